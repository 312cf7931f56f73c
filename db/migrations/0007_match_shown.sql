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
ALTER TABLE "market_count" ADD CONSTRAINT "market_count_scenario_id_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_shown" ADD CONSTRAINT "match_shown_scenario_id_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_shown" ADD CONSTRAINT "match_shown_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_shown" ADD CONSTRAINT "match_shown_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shown_day" ADD CONSTRAINT "shown_day_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_shown_product_idx" ON "match_shown" USING btree ("product_id","day");--> statement-breakpoint
CREATE INDEX "match_shown_scenario_idx" ON "match_shown" USING btree ("scenario_id","day");