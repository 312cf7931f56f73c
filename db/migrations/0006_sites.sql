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
ALTER TABLE "site" ADD CONSTRAINT "site_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_version" ADD CONSTRAINT "site_version_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_version" ADD CONSTRAINT "site_version_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "site_organization_idx" ON "site" USING btree ("organization_id");
--> statement-breakpoint
-- by hand: a saved state of a site is what scenarios were written by.
CREATE TRIGGER site_version_append_only BEFORE UPDATE OR DELETE ON "site_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER site_version_no_truncate BEFORE TRUNCATE ON "site_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
