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
CREATE TABLE "market_count" (
	"scenario_id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"published" integer NOT NULL,
	"work" integer NOT NULL,
	"fits" integer NOT NULL,
	"open" integer NOT NULL,
	"near" integer NOT NULL,
	"ruled_out" integer NOT NULL,
	"musts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "market_task" (
	"task" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"products" integer NOT NULL,
	"firms" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_basis" (
	"version" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "match_basis_version_check" CHECK (version > 0)
);
--> statement-breakpoint
CREATE TABLE "match_shown" (
	"day" date NOT NULL,
	"side" text NOT NULL,
	"audience" text NOT NULL,
	"scenario_id" text NOT NULL,
	"product_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"position" smallint NOT NULL,
	"by_score" integer NOT NULL,
	"placed" text NOT NULL,
	"score" double precision NOT NULL,
	"weights_version" integer NOT NULL,
	"features" jsonb NOT NULL,
	CONSTRAINT "match_shown_day_side_audience_scenario_id_product_id_pk" PRIMARY KEY("day","side","audience","scenario_id","product_id"),
	CONSTRAINT "match_shown_place_check" CHECK (position >= 1 and by_score >= 1)
);
--> statement-breakpoint
CREATE TABLE "shown_day" (
	"day" date NOT NULL,
	"organization_id" text NOT NULL,
	"shown" integer NOT NULL,
	"places" integer NOT NULL,
	"newcomers" integer NOT NULL,
	"opened" integer NOT NULL,
	"family" integer NOT NULL,
	CONSTRAINT "shown_day_day_organization_id_pk" PRIMARY KEY("day","organization_id")
);
--> statement-breakpoint
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
CREATE TABLE "match_alert" (
	"account_id" text NOT NULL,
	"scenario_id" text NOT NULL,
	"product_id" text NOT NULL,
	"fact" text NOT NULL,
	"party" text NOT NULL,
	"score" double precision NOT NULL,
	"reasons" jsonb NOT NULL,
	"notification_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "match_alert_account_id_scenario_id_product_id_fact_pk" PRIMARY KEY("account_id","scenario_id","product_id","fact")
);
--> statement-breakpoint
CREATE TABLE "match_run" (
	"id" text PRIMARY KEY NOT NULL,
	"weights_version" integer NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"side" text NOT NULL,
	"after" text DEFAULT '' NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "stored_match" (
	"scenario_id" text NOT NULL,
	"product_id" text NOT NULL,
	"score" double precision NOT NULL,
	"demand" double precision NOT NULL,
	"supply" double precision NOT NULL,
	"verdict" text NOT NULL,
	"relevance" text NOT NULL,
	"scenario_rank" integer,
	"product_rank" integer,
	"features" jsonb NOT NULL,
	"scenario_rev" integer NOT NULL,
	"product_version_id" text NOT NULL,
	"weights_version" integer NOT NULL,
	"basis_version" integer NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stored_match_scenario_id_product_id_pk" PRIMARY KEY("scenario_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "match_meaning" (
	"noun" text NOT NULL,
	"object_id" text NOT NULL,
	"embedder" text NOT NULL,
	"digest" text NOT NULL,
	"vector" real[] NOT NULL,
	CONSTRAINT "match_meaning_embedder_noun_object_id_pk" PRIMARY KEY("embedder","noun","object_id")
);
--> statement-breakpoint
CREATE TABLE "match_space" (
	"version" integer PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"texts" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"ready_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "match_rhythm" text DEFAULT 'daily' NOT NULL;--> statement-breakpoint
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
ALTER TABLE "market_count" ADD CONSTRAINT "market_count_scenario_id_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_shown" ADD CONSTRAINT "match_shown_scenario_id_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_shown" ADD CONSTRAINT "match_shown_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_shown" ADD CONSTRAINT "match_shown_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shown_day" ADD CONSTRAINT "shown_day_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weights_proposal" ADD CONSTRAINT "weights_proposal_proposed_by_account_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_alert" ADD CONSTRAINT "match_alert_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_alert" ADD CONSTRAINT "match_alert_notification_id_notification_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notification"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "match_shown_product_idx" ON "match_shown" USING btree ("product_id","day");--> statement-breakpoint
CREATE INDEX "match_shown_scenario_idx" ON "match_shown" USING btree ("scenario_id","day");--> statement-breakpoint
CREATE INDEX "weights_proposal_status_idx" ON "weights_proposal" USING btree ("status","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "match_alert_notification_idx" ON "match_alert" USING btree ("notification_id");--> statement-breakpoint
CREATE INDEX "match_alert_scenario_idx" ON "match_alert" USING btree ("scenario_id");--> statement-breakpoint
CREATE INDEX "match_alert_product_idx" ON "match_alert" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "match_run_one_key" ON "match_run" USING btree ((finished_at is null)) WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "stored_match_scenario_idx" ON "stored_match" USING btree ("scenario_id","scenario_rank");--> statement-breakpoint
CREATE INDEX "stored_match_product_idx" ON "stored_match" USING btree ("product_id","product_rank");--> statement-breakpoint
-- by hand: a version stays what it was published as, for stored scores name it.
CREATE TRIGGER match_basis_append_only BEFORE UPDATE OR DELETE ON "match_basis" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER match_basis_no_truncate BEFORE TRUNCATE ON "match_basis" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
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
--> statement-breakpoint
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
