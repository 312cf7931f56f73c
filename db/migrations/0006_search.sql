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
CREATE TABLE "saved_search" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"digest" text NOT NULL,
	"index" text NOT NULL,
	"rhythm" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"hits" integer NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_alert" (
	"id" text PRIMARY KEY NOT NULL,
	"saved_search_id" text NOT NULL,
	"index" text NOT NULL,
	"object_id" text NOT NULL,
	"fact" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"notification_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_change" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_change_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"index" text NOT NULL,
	"document_id" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_document" ADD COLUMN "lat" double precision;--> statement-breakpoint
ALTER TABLE "search_document" ADD COLUMN "lng" double precision;--> statement-breakpoint
ALTER TABLE "search_document" ADD COLUMN "concept_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "concept_proposal" ADD CONSTRAINT "concept_proposal_proposed_by_account_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_reindex" ADD CONSTRAINT "concept_reindex_version_concept_version_version_fk" FOREIGN KEY ("version") REFERENCES "public"."concept_version"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_alert" ADD CONSTRAINT "search_alert_saved_search_id_saved_search_id_fk" FOREIGN KEY ("saved_search_id") REFERENCES "public"."saved_search"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_alert" ADD CONSTRAINT "search_alert_notification_id_notification_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notification"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "concept_proposal_status_idx" ON "concept_proposal" USING btree ("status","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "saved_search_once_key" ON "saved_search" USING btree ("account_id","digest");--> statement-breakpoint
CREATE INDEX "saved_search_index_idx" ON "saved_search" USING btree ("index","digest");--> statement-breakpoint
CREATE UNIQUE INDEX "search_alert_once_key" ON "search_alert" USING btree ("saved_search_id","object_id","fact");--> statement-breakpoint
CREATE INDEX "search_alert_object_idx" ON "search_alert" USING btree ("object_id");--> statement-breakpoint
CREATE INDEX "search_alert_at_idx" ON "search_alert" USING btree ("saved_search_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "search_alert_notification_key" ON "search_alert" USING btree ("notification_id");--> statement-breakpoint
CREATE INDEX "search_change_document_idx" ON "search_change" USING btree ("index","document_id");--> statement-breakpoint
CREATE INDEX "search_term_tail_idx" ON "search_term" USING btree ("index",substr("term", 2));--> statement-breakpoint
CREATE INDEX "search_term_word_idx" ON "search_term" USING btree ("index","term");--> statement-breakpoint
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
