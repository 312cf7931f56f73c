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
CREATE INDEX "solution_status_idx" ON "solution" USING btree ("status","published_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "solution_organization_idx" ON "solution" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "solution_consent_organization_idx" ON "solution_consent" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "solution_part_product_idx" ON "solution_part" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "solution_version_key" ON "solution_version" USING btree ("solution_id","version");--> statement-breakpoint
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
