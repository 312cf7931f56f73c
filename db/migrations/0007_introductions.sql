CREATE TABLE "inquiry" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text DEFAULT 'asked' NOT NULL,
	"scenario_id" text NOT NULL,
	"product_id" text NOT NULL,
	"product_version_id" text NOT NULL,
	"demand_organization_id" text NOT NULL,
	"supply_organization_id" text NOT NULL,
	"criterion" text NOT NULL,
	"necessity" text NOT NULL,
	"need" jsonb NOT NULL,
	"asked_by" text NOT NULL,
	"stated_version_id" text,
	"stated" jsonb,
	"verdict" text,
	"reason" text,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"note" text,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inquiry_decided_check" CHECK (status = 'asked' or decided_at is not null),
	CONSTRAINT "inquiry_stated_check" CHECK (status <> 'stated' or (stated is not null and verdict in ('T', 'F'))),
	CONSTRAINT "inquiry_withheld_check" CHECK (status <> 'withheld' or reason is not null),
	CONSTRAINT "inquiry_apart_check" CHECK (demand_organization_id <> supply_organization_id)
);
--> statement-breakpoint
CREATE TABLE "introduction" (
	"id" text PRIMARY KEY NOT NULL,
	"direction" text NOT NULL,
	"status" text DEFAULT 'sent' NOT NULL,
	"scenario_id" text NOT NULL,
	"product_id" text NOT NULL,
	"product_version_id" text NOT NULL,
	"demand_organization_id" text NOT NULL,
	"supply_organization_id" text NOT NULL,
	"message" text,
	"match" jsonb NOT NULL,
	"sent_by" text NOT NULL,
	"due_on" text,
	"reason" text,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"note" text,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "introduction_decided_check" CHECK (status = 'sent' or decided_at is not null),
	CONSTRAINT "introduction_declined_check" CHECK (status <> 'declined' or reason is not null),
	CONSTRAINT "introduction_apart_check" CHECK (demand_organization_id <> supply_organization_id)
);
--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_scenario_id_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_product_version_id_product_version_id_fk" FOREIGN KEY ("product_version_id") REFERENCES "public"."product_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_demand_organization_id_organization_id_fk" FOREIGN KEY ("demand_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_supply_organization_id_organization_id_fk" FOREIGN KEY ("supply_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_asked_by_account_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_stated_version_id_product_version_id_fk" FOREIGN KEY ("stated_version_id") REFERENCES "public"."product_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_scenario_id_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_product_version_id_product_version_id_fk" FOREIGN KEY ("product_version_id") REFERENCES "public"."product_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_demand_organization_id_organization_id_fk" FOREIGN KEY ("demand_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_supply_organization_id_organization_id_fk" FOREIGN KEY ("supply_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_sent_by_account_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "inquiry_once_key" ON "inquiry" USING btree ("scenario_id","product_id","criterion");--> statement-breakpoint
CREATE INDEX "inquiry_product_idx" ON "inquiry" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "inquiry_demand_idx" ON "inquiry" USING btree ("demand_organization_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "inquiry_supply_idx" ON "inquiry" USING btree ("supply_organization_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "inquiry_asked_idx" ON "inquiry" USING btree ("created_at") WHERE status = 'asked';--> statement-breakpoint
CREATE UNIQUE INDEX "introduction_open_key" ON "introduction" USING btree ("scenario_id","product_id") WHERE status in ('sent', 'welcomed');--> statement-breakpoint
CREATE INDEX "introduction_pair_idx" ON "introduction" USING btree ("scenario_id","product_id");--> statement-breakpoint
CREATE INDEX "introduction_product_idx" ON "introduction" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "introduction_demand_idx" ON "introduction" USING btree ("demand_organization_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "introduction_supply_idx" ON "introduction" USING btree ("supply_organization_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "introduction_sent_idx" ON "introduction" USING btree ("created_at") WHERE status = 'sent';--> statement-breakpoint
-- by hand:
-- Who asked whom, on what score and in which words stays as it was sent; only the answer is written later.
CREATE FUNCTION keep_introduction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.direction, NEW.scenario_id, NEW.product_id, NEW.product_version_id, NEW.demand_organization_id,
      NEW.supply_organization_id, NEW.message, NEW.match, NEW.sent_by, NEW.due_on, NEW.created_at)
     IS DISTINCT FROM
     (OLD.direction, OLD.scenario_id, OLD.product_id, OLD.product_version_id, OLD.demand_organization_id,
      OLD.supply_organization_id, OLD.message, OLD.match, OLD.sent_by, OLD.due_on, OLD.created_at) THEN
    RAISE EXCEPTION 'an introduction stays as it was sent' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER introduction_kept BEFORE UPDATE ON "introduction" FOR EACH ROW EXECUTE FUNCTION keep_introduction();
--> statement-breakpoint
CREATE TRIGGER introduction_no_delete BEFORE DELETE ON "introduction" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION keep_inquiry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.scenario_id, NEW.product_id, NEW.product_version_id, NEW.demand_organization_id,
      NEW.supply_organization_id, NEW.criterion, NEW.necessity, NEW.need, NEW.asked_by, NEW.created_at)
     IS DISTINCT FROM
     (OLD.scenario_id, OLD.product_id, OLD.product_version_id, OLD.demand_organization_id,
      OLD.supply_organization_id, OLD.criterion, OLD.necessity, OLD.need, OLD.asked_by, OLD.created_at) THEN
    RAISE EXCEPTION 'an inquiry stays as it was asked' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER inquiry_kept BEFORE UPDATE ON "inquiry" FOR EACH ROW EXECUTE FUNCTION keep_inquiry();
--> statement-breakpoint
CREATE TRIGGER inquiry_no_delete BEFORE DELETE ON "inquiry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
