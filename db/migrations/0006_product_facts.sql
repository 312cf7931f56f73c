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
ALTER TABLE "product_certificate" ADD CONSTRAINT "product_certificate_attachment_id_attachment_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_certificate" ADD CONSTRAINT "product_certificate_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_certificate" ADD CONSTRAINT "product_certificate_added_by_account_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_certificate" ADD CONSTRAINT "product_certificate_removed_by_account_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_deployment" ADD CONSTRAINT "product_deployment_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_deployment" ADD CONSTRAINT "product_deployment_added_by_account_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_deployment" ADD CONSTRAINT "product_deployment_removed_by_account_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "product_certificate_product_idx" ON "product_certificate" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "product_certificate_ending_idx" ON "product_certificate" USING btree ("valid_until") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "product_deployment_product_idx" ON "product_deployment" USING btree ("product_id");--> statement-breakpoint
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
