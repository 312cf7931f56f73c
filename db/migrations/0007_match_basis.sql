CREATE TABLE "match_basis" (
	"version" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "match_basis_version_check" CHECK (version > 0)
);
--> statement-breakpoint
-- by hand: a version stays what it was published as, for stored scores name it.
CREATE TRIGGER match_basis_append_only BEFORE UPDATE OR DELETE ON "match_basis" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER match_basis_no_truncate BEFORE TRUNCATE ON "match_basis" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
