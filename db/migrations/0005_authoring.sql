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
ALTER TABLE "pilot" ADD COLUMN "space" text;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment_day" ADD CONSTRAINT "attachment_day_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment_text" ADD CONSTRAINT "attachment_text_attachment_id_attachment_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_insurance" ADD CONSTRAINT "pilot_insurance_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_safeguard" ADD CONSTRAINT "pilot_safeguard_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_object_idx" ON "attachment" USING btree ("noun","object_id","created_at");--> statement-breakpoint
CREATE INDEX "attachment_organization_idx" ON "attachment" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "attachment_removed_idx" ON "attachment" USING btree ("removed_at") WHERE removed_at is not null and purged_at is null;--> statement-breakpoint
CREATE INDEX "pilot_insurance_pilot_idx" ON "pilot_insurance" USING btree ("pilot_id");--> statement-breakpoint
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
