CREATE TABLE "weights_proposal" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text DEFAULT 'proposed' NOT NULL,
	"origin" text NOT NULL,
	"content" jsonb NOT NULL,
	"based_on" integer NOT NULL,
	"grounds" text NOT NULL,
	"learned" jsonb,
	"proposed_by" text NOT NULL,
	"office" text NOT NULL,
	"version" integer,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "weights_proposal_version_check" CHECK (version is null or status = 'published'),
	CONSTRAINT "weights_proposal_learned_check" CHECK ((origin = 'learned') = (learned is not null))
);
--> statement-breakpoint
CREATE TABLE "weights_version" (
	"version" integer PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"proposal_id" text,
	"office" text,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "weights_version_proposal_id_unique" UNIQUE("proposal_id"),
	CONSTRAINT "weights_version_number_check" CHECK (version > 0)
);
--> statement-breakpoint
ALTER TABLE "weights_proposal" ADD CONSTRAINT "weights_proposal_proposed_by_account_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "weights_proposal_status_idx" ON "weights_proposal" USING btree ("status","created_at" DESC NULLS LAST);--> statement-breakpoint
-- by hand: what once ranked stays as it was published, and a proposal is decided on as it was made.
CREATE TRIGGER weights_version_append_only BEFORE UPDATE OR DELETE ON "weights_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER weights_version_no_truncate BEFORE TRUNCATE ON "weights_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION keep_weights_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.origin, NEW.content, NEW.based_on, NEW.grounds, NEW.learned, NEW.proposed_by, NEW.office)
    IS DISTINCT FROM (OLD.origin, OLD.content, OLD.based_on, OLD.grounds, OLD.learned, OLD.proposed_by, OLD.office) THEN
    RAISE EXCEPTION 'a proposal for the weights does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER weights_proposal_kept BEFORE UPDATE ON "weights_proposal" FOR EACH ROW EXECUTE FUNCTION keep_weights_proposal();
