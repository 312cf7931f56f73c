CREATE TABLE "attachment" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"noun" text NOT NULL,
	"object_id" text NOT NULL,
	"purpose" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"store_key" text NOT NULL,
	"thumbnail_key" text,
	"width" integer,
	"height" integer,
	"scan" text NOT NULL,
	"scanned_at" timestamp with time zone,
	"threat" text,
	"text_state" text NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" text,
	"purged_at" timestamp with time zone,
	CONSTRAINT "attachment_store_key_unique" UNIQUE("store_key"),
	CONSTRAINT "attachment_thumbnail_key_unique" UNIQUE("thumbnail_key"),
	CONSTRAINT "attachment_bytes_check" CHECK (bytes > 0)
);
--> statement-breakpoint
CREATE TABLE "attachment_day" (
	"organization_id" text NOT NULL,
	"day" date NOT NULL,
	"bytes" bigint NOT NULL,
	CONSTRAINT "attachment_day_organization_id_day_pk" PRIMARY KEY("organization_id","day"),
	CONSTRAINT "attachment_day_check" CHECK (bytes >= 0 and bytes <= 104857600)
);
--> statement-breakpoint
CREATE TABLE "attachment_text" (
	"attachment_id" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"pages" integer[] NOT NULL,
	"cut" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_job" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"noun" text NOT NULL,
	"format" text NOT NULL,
	"file_name" text NOT NULL,
	"status" text NOT NULL,
	"notes" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"started_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"job_id" text NOT NULL,
	"line" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"errors" jsonb NOT NULL,
	"missing" integer NOT NULL,
	"duplicate" jsonb,
	"status" text NOT NULL,
	"object_id" text NOT NULL,
	"reason" text,
	CONSTRAINT "import_row_job_id_line_pk" PRIMARY KEY("job_id","line"),
	CONSTRAINT "import_row_object_id_unique" UNIQUE("object_id")
);
--> statement-breakpoint
CREATE TABLE "pilot_insurance" (
	"id" text PRIMARY KEY NOT NULL,
	"pilot_id" text NOT NULL,
	"insurer" text NOT NULL,
	"policy_number" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_until" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "pilot_insurance_order_check" CHECK (valid_until >= valid_from)
);
--> statement-breakpoint
CREATE TABLE "pilot_safeguard" (
	"pilot_id" text NOT NULL,
	"item" text NOT NULL,
	"side" text NOT NULL,
	"answer" text NOT NULL,
	"note" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "pilot_safeguard_pilot_id_item_side_pk" PRIMARY KEY("pilot_id","item","side")
);
--> statement-breakpoint
CREATE TABLE "product_certificate" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"issuer" text NOT NULL,
	"scope" text,
	"issued_on" text NOT NULL,
	"valid_until" text,
	"attachment_id" text,
	"reminded_days" integer,
	"product_id" text NOT NULL,
	"added_by" text,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" text,
	CONSTRAINT "product_certificate_order_check" CHECK (valid_until is null or valid_until >= issued_on)
);
--> statement-breakpoint
CREATE TABLE "product_deployment" (
	"id" text PRIMARY KEY NOT NULL,
	"place" text NOT NULL,
	"is_anonymous" boolean NOT NULL,
	"region" text NOT NULL,
	"since" text NOT NULL,
	"units" integer,
	"task" text NOT NULL,
	"evidence_url" text,
	"in_use" text NOT NULL,
	"product_id" text NOT NULL,
	"added_by" text,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" text,
	CONSTRAINT "product_deployment_units_check" CHECK (units > 0)
);
--> statement-breakpoint
CREATE TABLE "approval" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"object_id" text NOT NULL,
	"rev" integer NOT NULL,
	"step" text NOT NULL,
	"content_hash" text NOT NULL,
	"account_id" text NOT NULL,
	"opinion" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bid_confirmation" (
	"bid_id" text NOT NULL,
	"addendum" integer NOT NULL,
	"account_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "bid_confirmation_bid_id_addendum_pk" PRIMARY KEY("bid_id","addendum")
);
--> statement-breakpoint
CREATE TABLE "content_return" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"object_id" text NOT NULL,
	"rev" integer NOT NULL,
	"content_hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"reason" text NOT NULL,
	"notes" jsonb NOT NULL,
	"account_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scenario_addendum" (
	"scenario_id" text NOT NULL,
	"number" integer NOT NULL,
	"summary" text NOT NULL,
	"reason" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"material" boolean NOT NULL,
	"deadline_before" timestamp with time zone NOT NULL,
	"deadline_after" timestamp with time zone NOT NULL,
	"account_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "scenario_addendum_scenario_id_number_pk" PRIMARY KEY("scenario_id","number"),
	CONSTRAINT "scenario_addendum_number_check" CHECK (number > 0),
	CONSTRAINT "scenario_addendum_deadline_check" CHECK (deadline_after >= deadline_before)
);
--> statement-breakpoint
CREATE TABLE "site" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text DEFAULT 'current' NOT NULL,
	"organization_id" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_version_positive_check" CHECK (version > 0)
);
--> statement-breakpoint
CREATE TABLE "site_version" (
	"site_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "site_version_site_id_version_pk" PRIMARY KEY("site_id","version"),
	CONSTRAINT "site_version_number_check" CHECK (version > 0)
);
--> statement-breakpoint
CREATE TABLE "solution" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text,
	"status" text DEFAULT 'draft' NOT NULL,
	"organization_id" text NOT NULL,
	"source" text NOT NULL,
	"latest_version_id" text,
	"published_version_id" text,
	"published_at" timestamp with time zone,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "solution_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "solution_consent" (
	"solution_id" text NOT NULL,
	"product_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"status" text NOT NULL,
	"quantity" integer NOT NULL,
	"role" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "solution_consent_solution_id_product_id_pk" PRIMARY KEY("solution_id","product_id"),
	CONSTRAINT "solution_consent_decided_check" CHECK ((status = 'asked') = (decided_at is null))
);
--> statement-breakpoint
CREATE TABLE "solution_part" (
	"version_id" text NOT NULL,
	"place" integer NOT NULL,
	"product_id" text NOT NULL,
	"product_version_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "solution_part_version_id_product_id_pk" PRIMARY KEY("version_id","product_id"),
	CONSTRAINT "solution_part_quantity_check" CHECK (quantity > 0)
);
--> statement-breakpoint
CREATE TABLE "solution_version" (
	"id" text PRIMARY KEY NOT NULL,
	"solution_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "solution_version_number_check" CHECK (version > 0)
);
--> statement-breakpoint
ALTER TABLE "bid" ADD COLUMN "addendum" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "pilot" ADD COLUMN "space" text;--> statement-breakpoint
ALTER TABLE "scenario" ADD COLUMN "edit_key" text;--> statement-breakpoint
ALTER TABLE "scenario" ADD COLUMN "addenda" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "scenario" ADD COLUMN "cloned_from" jsonb;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment_day" ADD CONSTRAINT "attachment_day_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment_text" ADD CONSTRAINT "attachment_text_attachment_id_attachment_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_job" ADD CONSTRAINT "import_job_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_job" ADD CONSTRAINT "import_job_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_job_id_import_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."import_job"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_insurance" ADD CONSTRAINT "pilot_insurance_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_safeguard" ADD CONSTRAINT "pilot_safeguard_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_certificate" ADD CONSTRAINT "product_certificate_attachment_id_attachment_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_certificate" ADD CONSTRAINT "product_certificate_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_certificate" ADD CONSTRAINT "product_certificate_added_by_account_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_certificate" ADD CONSTRAINT "product_certificate_removed_by_account_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_deployment" ADD CONSTRAINT "product_deployment_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_deployment" ADD CONSTRAINT "product_deployment_added_by_account_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_deployment" ADD CONSTRAINT "product_deployment_removed_by_account_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_confirmation" ADD CONSTRAINT "bid_confirmation_bid_id_bid_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bid"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_confirmation" ADD CONSTRAINT "bid_confirmation_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_return" ADD CONSTRAINT "content_return_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_addendum" ADD CONSTRAINT "scenario_addendum_scenario_id_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_addendum" ADD CONSTRAINT "scenario_addendum_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site" ADD CONSTRAINT "site_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_version" ADD CONSTRAINT "site_version_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_version" ADD CONSTRAINT "site_version_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solution" ADD CONSTRAINT "solution_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solution_consent" ADD CONSTRAINT "solution_consent_solution_id_solution_id_fk" FOREIGN KEY ("solution_id") REFERENCES "public"."solution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solution_consent" ADD CONSTRAINT "solution_consent_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solution_consent" ADD CONSTRAINT "solution_consent_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solution_consent" ADD CONSTRAINT "solution_consent_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solution_part" ADD CONSTRAINT "solution_part_version_id_solution_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."solution_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solution_part" ADD CONSTRAINT "solution_part_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solution_part" ADD CONSTRAINT "solution_part_product_version_id_product_version_id_fk" FOREIGN KEY ("product_version_id") REFERENCES "public"."product_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solution_version" ADD CONSTRAINT "solution_version_solution_id_solution_id_fk" FOREIGN KEY ("solution_id") REFERENCES "public"."solution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solution_version" ADD CONSTRAINT "solution_version_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_object_idx" ON "attachment" USING btree ("noun","object_id","created_at");--> statement-breakpoint
CREATE INDEX "attachment_organization_idx" ON "attachment" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "attachment_removed_idx" ON "attachment" USING btree ("removed_at") WHERE removed_at is not null and purged_at is null;--> statement-breakpoint
CREATE INDEX "import_job_organization_idx" ON "import_job" USING btree ("organization_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "import_row_status_idx" ON "import_row" USING btree ("job_id","status");--> statement-breakpoint
CREATE INDEX "pilot_insurance_pilot_idx" ON "pilot_insurance" USING btree ("pilot_id");--> statement-breakpoint
CREATE INDEX "product_certificate_product_idx" ON "product_certificate" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "product_certificate_ending_idx" ON "product_certificate" USING btree ("valid_until") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "product_deployment_product_idx" ON "product_deployment" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "approval_once_key" ON "approval" USING btree ("noun","object_id","rev","step");--> statement-breakpoint
CREATE INDEX "approval_object_idx" ON "approval" USING btree ("object_id","id");--> statement-breakpoint
CREATE INDEX "content_return_object_idx" ON "content_return" USING btree ("object_id","id");--> statement-breakpoint
CREATE INDEX "site_organization_idx" ON "site" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "solution_status_idx" ON "solution" USING btree ("status","published_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "solution_organization_idx" ON "solution" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "solution_consent_organization_idx" ON "solution_consent" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "solution_part_product_idx" ON "solution_part" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "solution_version_key" ON "solution_version" USING btree ("solution_id","version");--> statement-breakpoint
-- by hand:
CREATE TRIGGER approval_append_only BEFORE UPDATE OR DELETE ON "approval" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER content_return_append_only BEFORE UPDATE OR DELETE ON "content_return" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER scenario_addendum_append_only BEFORE UPDATE OR DELETE ON "scenario_addendum" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER bid_confirmation_append_only BEFORE UPDATE OR DELETE ON "bid_confirmation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Nothing is published without its approvals: a product on one, a scenario on two of different officers for the same content.
CREATE FUNCTION demand_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'submitted' AND NEW.status = 'published' AND NOT EXISTS (
    SELECT FROM approval f
    WHERE f.noun = TG_ARGV[0] AND f.object_id = OLD.id AND f.rev = OLD.rev AND f.step = 'final'
      AND (f.noun = 'product' OR EXISTS (
        SELECT FROM approval i
        WHERE i.noun = f.noun AND i.object_id = f.object_id AND i.rev = f.rev AND i.step = 'initial'
          AND i.content_hash = f.content_hash AND i.account_id <> f.account_id)))
  THEN
    RAISE EXCEPTION '% % has not been approved as it is', TG_ARGV[0], OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER scenario_approved BEFORE UPDATE ON "scenario" FOR EACH ROW EXECUTE FUNCTION demand_approval('scenario');
--> statement-breakpoint
CREATE TRIGGER product_approved BEFORE UPDATE ON "product" FOR EACH ROW EXECUTE FUNCTION demand_approval('product');
--> statement-breakpoint
-- What bidders have read stays as it was, but for a published addendum, which keeps both texts; evaluation and deadline stand.
CREATE OR REPLACE FUNCTION keep_published_scenario() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('draft', 'returned') OR NEW.content IS NOT DISTINCT FROM OLD.content THEN
    RETURN NEW;
  END IF;
  IF OLD.status <> 'published' OR NEW.addenda <> OLD.addenda + 1 OR NOT EXISTS (
    SELECT FROM scenario_addendum a
    WHERE a.scenario_id = OLD.id AND a.number = NEW.addenda AND a.before = OLD.content AND a.after = NEW.content)
  THEN
    RAISE EXCEPTION 'a submitted scenario keeps its content' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.content -> 'evaluation' IS DISTINCT FROM OLD.content -> 'evaluation' THEN
    RAISE EXCEPTION 'the evaluation is fixed with the publication' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.bid_deadline IS NULL OR NEW.bid_deadline < OLD.bid_deadline THEN
    RAISE EXCEPTION 'a bid deadline only ever moves later' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- by hand:
-- A recorded insurance stays what it was; only that its end was announced is written later.
CREATE FUNCTION keep_insurance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.id, NEW.pilot_id, NEW.insurer, NEW.policy_number, NEW.valid_from, NEW.valid_until, NEW.recorded_at)
     IS DISTINCT FROM (OLD.id, OLD.pilot_id, OLD.insurer, OLD.policy_number, OLD.valid_from, OLD.valid_until, OLD.recorded_at) THEN
    RAISE EXCEPTION 'an insurance stays what it was' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER insurance_kept BEFORE UPDATE OR DELETE ON "pilot_insurance" FOR EACH ROW EXECUTE FUNCTION keep_insurance();
--> statement-breakpoint
-- by hand: a saved state of a site is what scenarios were written by.
CREATE TRIGGER site_version_append_only BEFORE UPDATE OR DELETE ON "site_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER site_version_no_truncate BEFORE TRUNCATE ON "site_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- by hand:
-- What was taken stays what it was; only its check, its text, its removal and its purge are written later.
CREATE FUNCTION keep_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.organization_id, NEW.noun, NEW.object_id, NEW.purpose, NEW.name, NEW.kind, NEW.bytes, NEW.sha256, NEW.store_key, NEW.created_at)
     IS DISTINCT FROM (OLD.organization_id, OLD.noun, OLD.object_id, OLD.purpose, OLD.name, OLD.kind, OLD.bytes, OLD.sha256, OLD.store_key, OLD.created_at) THEN
    RAISE EXCEPTION 'an attachment stays what it was' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER attachment_kept BEFORE UPDATE ON "attachment" FOR EACH ROW EXECUTE FUNCTION keep_attachment();
--> statement-breakpoint
-- by hand:
-- A published product version is what bids have pinned: no part of it changes, it is not unpublished and not deleted.
CREATE OR REPLACE FUNCTION keep_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL AND (TG_OP = 'DELETE' OR to_jsonb(NEW) IS DISTINCT FROM to_jsonb(OLD)) THEN
    RAISE EXCEPTION 'a published product version does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER product_version_kept ON "product_version";
--> statement-breakpoint
CREATE TRIGGER product_version_kept BEFORE UPDATE OR DELETE ON "product_version" FOR EACH ROW EXECUTE FUNCTION keep_published_version();
--> statement-breakpoint
-- What a firm has recorded of a product stays what it was; only its removal (once) and its reminders are written later.
CREATE FUNCTION keep_product_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.removed_at IS NOT NULL
     OR to_jsonb(NEW) - 'removed_at' - 'removed_by' - 'reminded_days'
        IS DISTINCT FROM to_jsonb(OLD) - 'removed_at' - 'removed_by' - 'reminded_days' THEN
    RAISE EXCEPTION 'a record of a product stays what it was' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER product_certificate_kept BEFORE UPDATE OR DELETE ON "product_certificate" FOR EACH ROW EXECUTE FUNCTION keep_product_record();
--> statement-breakpoint
CREATE TRIGGER product_deployment_kept BEFORE UPDATE OR DELETE ON "product_deployment" FOR EACH ROW EXECUTE FUNCTION keep_product_record();
--> statement-breakpoint
-- by hand: a published version of a solution, and what it is made of, does not change.
CREATE FUNCTION keep_published_solution() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL AND (NEW.content, NEW.version, NEW.solution_id) IS DISTINCT FROM (OLD.content, OLD.version, OLD.solution_id) THEN
    RAISE EXCEPTION 'a published solution version does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER solution_version_kept BEFORE UPDATE ON "solution_version" FOR EACH ROW EXECUTE FUNCTION keep_published_solution();
--> statement-breakpoint
CREATE FUNCTION keep_published_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM solution_version v WHERE v.id IN (OLD.version_id, COALESCE(NEW.version_id, OLD.version_id)) AND v.published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the parts of a published solution version do not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER solution_part_kept BEFORE UPDATE OR DELETE ON "solution_part" FOR EACH ROW EXECUTE FUNCTION keep_published_part();
