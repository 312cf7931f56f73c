CREATE TABLE "concept_proposal" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text DEFAULT 'proposed' NOT NULL,
	"change" jsonb NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"proposed_by" text NOT NULL,
	"version" integer,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "concept_proposal_version_check" CHECK (version is null or status = 'published')
);
--> statement-breakpoint
CREATE TABLE "concept_reindex" (
	"version" integer PRIMARY KEY NOT NULL,
	"total" integer,
	"done" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "concept_version" (
	"version" integer PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"proposal_id" text,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "concept_version_proposal_id_unique" UNIQUE("proposal_id"),
	CONSTRAINT "concept_version_number_check" CHECK (version > 0)
);
--> statement-breakpoint
ALTER TABLE "search_document" ADD COLUMN "concept_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "concept_proposal" ADD CONSTRAINT "concept_proposal_proposed_by_account_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_reindex" ADD CONSTRAINT "concept_reindex_version_concept_version_version_fk" FOREIGN KEY ("version") REFERENCES "public"."concept_version"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "concept_proposal_status_idx" ON "concept_proposal" USING btree ("status","created_at" DESC NULLS LAST);
--> statement-breakpoint
-- by hand: what search once knew stays as it was published, and a proposal is decided on as it was made.
CREATE TRIGGER concept_version_append_only BEFORE UPDATE OR DELETE ON "concept_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER concept_version_no_truncate BEFORE TRUNCATE ON "concept_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION keep_concept_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.change, NEW.title, NEW.source, NEW.proposed_by) IS DISTINCT FROM (OLD.change, OLD.title, OLD.source, OLD.proposed_by) THEN
    RAISE EXCEPTION 'a proposal for the concept table does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER concept_proposal_kept BEFORE UPDATE ON "concept_proposal" FOR EACH ROW EXECUTE FUNCTION keep_concept_proposal();
