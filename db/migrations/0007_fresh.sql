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
ALTER TABLE "account" ADD COLUMN "match_rhythm" text DEFAULT 'daily' NOT NULL;--> statement-breakpoint
ALTER TABLE "match_alert" ADD CONSTRAINT "match_alert_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_alert" ADD CONSTRAINT "match_alert_notification_id_notification_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notification"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_alert_notification_idx" ON "match_alert" USING btree ("notification_id");--> statement-breakpoint
CREATE INDEX "match_alert_scenario_idx" ON "match_alert" USING btree ("scenario_id");--> statement-breakpoint
CREATE INDEX "match_alert_product_idx" ON "match_alert" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "match_run_one_key" ON "match_run" USING btree ((finished_at is null)) WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "stored_match_scenario_idx" ON "stored_match" USING btree ("scenario_id","scenario_rank");--> statement-breakpoint
CREATE INDEX "stored_match_product_idx" ON "stored_match" USING btree ("product_id","product_rank");