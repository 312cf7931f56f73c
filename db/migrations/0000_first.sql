CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"locale" text DEFAULT 'zh' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"account_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "membership_account_id_organization_id_pk" PRIMARY KEY("account_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "office" (
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"district" text,
	CONSTRAINT "office_account_id_role_pk" PRIMARY KEY("account_id","role")
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text DEFAULT 'registered' NOT NULL,
	"uscc" text,
	"name" text NOT NULL,
	"name_en" text,
	"district" text,
	"region" text,
	"source" text NOT NULL,
	"capabilities" text[] DEFAULT '{}'::text[] NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bid" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text,
	"status" text DEFAULT 'draft' NOT NULL,
	"scenario_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"product_version_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"submitted_by" text,
	"submitted_at" timestamp with time zone,
	"receipt_hash" text,
	"decision_reason" text,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bid_number_unique" UNIQUE("number"),
	CONSTRAINT "bid_receipt_check" CHECK (status in ('draft','withdrawn') or (submitted_at is not null and receipt_hash is not null))
);
--> statement-breakpoint
CREATE TABLE "catalog_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text,
	"status" text DEFAULT 'nominated' NOT NULL,
	"pilot_id" text NOT NULL,
	"domain" text NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"nominated_by" text NOT NULL,
	"handled_by" text,
	"notice_from" text,
	"notice_to" text,
	"published_at" timestamp with time zone,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "catalog_entry_number_unique" UNIQUE("number"),
	CONSTRAINT "catalog_entry_notice_check" CHECK (status not in ('notice','objection','published','amended') or (notice_from is not null and notice_to is not null))
);
--> statement-breakpoint
CREATE TABLE "catalog_review" (
	"entry_id" text NOT NULL,
	"account_id" text NOT NULL,
	"conflict_free" boolean NOT NULL,
	"advancement" integer,
	"fit" integer,
	"maturity" integer,
	"benefit" integer,
	"comment" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "catalog_review_entry_id_account_id_pk" PRIMARY KEY("entry_id","account_id"),
	CONSTRAINT "catalog_review_scores" CHECK (coalesce(advancement,0) between 0 and 100 and coalesce(fit,0) between 0 and 100 and coalesce(maturity,0) between 0 and 100 and coalesce(benefit,0) between 0 and 100),
	CONSTRAINT "catalog_review_recused" CHECK (conflict_free or (advancement is null and fit is null and maturity is null and benefit is null))
);
--> statement-breakpoint
CREATE TABLE "objection" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"form_key" text NOT NULL,
	"objector_name" text NOT NULL,
	"objector_contact" text NOT NULL,
	"statement" text NOT NULL,
	"filed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answer" text,
	"settled_by" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "objection_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "objection_settled_check" CHECK ((settled_at is null) = (answer is null) and (settled_at is null) = (settled_by is null))
);
--> statement-breakpoint
CREATE TABLE "pilot" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text,
	"status" text DEFAULT 'agreed' NOT NULL,
	"scenario_id" text NOT NULL,
	"bid_id" text NOT NULL,
	"product_version_id" text NOT NULL,
	"demand_organization_id" text NOT NULL,
	"supply_organization_id" text NOT NULL,
	"district" text NOT NULL,
	"accepted_at" timestamp with time zone,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pilot_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "pilot_metric" (
	"pilot_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"method" text NOT NULL,
	"unit" text NOT NULL,
	"direction" text NOT NULL,
	"baseline" double precision,
	"target" double precision NOT NULL,
	"mandatory" boolean NOT NULL,
	"measured" double precision,
	"sample" text,
	"waiver" text,
	"waived_by" text,
	CONSTRAINT "pilot_metric_pilot_id_position_pk" PRIMARY KEY("pilot_id","position"),
	CONSTRAINT "pilot_metric_waiver_check" CHECK ((waiver is null) = (waived_by is null))
);
--> statement-breakpoint
CREATE TABLE "pilot_report" (
	"id" text PRIMARY KEY NOT NULL,
	"pilot_id" text NOT NULL,
	"period_start" text NOT NULL,
	"period_end" text NOT NULL,
	"scheduled_hours" double precision NOT NULL,
	"available_hours" double precision NOT NULL,
	"tasks" integer NOT NULL,
	"interventions" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pilot_report_hours_check" CHECK (scheduled_hours > 0 and available_hours >= 0 and available_hours <= scheduled_hours),
	CONSTRAINT "pilot_report_counts_check" CHECK (tasks >= 0 and interventions >= 0 and period_end >= period_start)
);
--> statement-breakpoint
CREATE TABLE "pilot_signature" (
	"pilot_id" text NOT NULL,
	"round" integer NOT NULL,
	"side" text NOT NULL,
	"account_id" text NOT NULL,
	"opinion" text NOT NULL,
	"content_hash" text NOT NULL,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pilot_signature_pilot_id_round_side_pk" PRIMARY KEY("pilot_id","round","side")
);
--> statement-breakpoint
CREATE TABLE "pilot_unit" (
	"pilot_id" text NOT NULL,
	"serial" text NOT NULL,
	CONSTRAINT "pilot_unit_pilot_id_serial_pk" PRIMARY KEY("pilot_id","serial")
);
--> statement-breakpoint
CREATE TABLE "product" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text,
	"status" text DEFAULT 'draft' NOT NULL,
	"organization_id" text NOT NULL,
	"source" text NOT NULL,
	"source_url" text,
	"latest_version_id" text,
	"published_version_id" text,
	"published_at" timestamp with time zone,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "product_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "product_version" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"category" text,
	"maturity" text,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "product_version_number_check" CHECK (version > 0)
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"deed" text NOT NULL,
	"noun" text NOT NULL,
	"object_id" text NOT NULL,
	"before_hash" text,
	"after_hash" text,
	"request_id" text NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_head_single" CHECK (id = 1)
);
--> statement-breakpoint
CREATE TABLE "history" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"object_id" text NOT NULL,
	"deed" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"reason" text,
	"content_hash" text,
	"form_key" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" text PRIMARY KEY NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"event_key" text NOT NULL,
	"event" text NOT NULL,
	"params" jsonb NOT NULL,
	"noun" text NOT NULL,
	"object_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"mailed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "number_counter" (
	"prefix" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "number_counter_prefix_year_pk" PRIMARY KEY("prefix","year")
);
--> statement-breakpoint
CREATE TABLE "reward_claim" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text,
	"status" text DEFAULT 'draft' NOT NULL,
	"pilot_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"uscc" text NOT NULL,
	"funding" text NOT NULL,
	"rule_version" text NOT NULL,
	"facts" jsonb NOT NULL,
	"assessment" jsonb NOT NULL,
	"handled_by" text,
	"notice_from" text,
	"notice_to" text,
	"cap_year" integer,
	"approved_fen" bigint,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reward_claim_number_unique" UNIQUE("number"),
	CONSTRAINT "reward_claim_approved_check" CHECK ((approved_fen is null and cap_year is null) or (approved_fen > 0 and cap_year is not null))
);
--> statement-breakpoint
CREATE TABLE "reward_firm_counter" (
	"uscc" text NOT NULL,
	"cap_year" integer NOT NULL,
	"fen" bigint NOT NULL,
	CONSTRAINT "reward_firm_counter_uscc_cap_year_pk" PRIMARY KEY("uscc","cap_year"),
	CONSTRAINT "reward_firm_cap" CHECK (fen between 0 and 200000000)
);
--> statement-breakpoint
CREATE TABLE "reward_ledger" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"uscc" text NOT NULL,
	"cap_year" integer NOT NULL,
	"serial" text NOT NULL,
	"fen" bigint NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reward_ledger_sign" CHECK ((kind = 'grant' and fen > 0) or (kind = 'reversal' and fen < 0))
);
--> statement-breakpoint
CREATE TABLE "reward_unit_counter" (
	"uscc" text NOT NULL,
	"serial" text NOT NULL,
	"fen" bigint NOT NULL,
	CONSTRAINT "reward_unit_counter_uscc_serial_pk" PRIMARY KEY("uscc","serial"),
	CONSTRAINT "reward_unit_cap" CHECK (fen between 0 and 50000000)
);
--> statement-breakpoint
CREATE TABLE "scenario" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text,
	"status" text DEFAULT 'draft' NOT NULL,
	"organization_id" text NOT NULL,
	"created_by" text,
	"source" text NOT NULL,
	"source_url" text,
	"source_year" integer,
	"content" jsonb NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"domain" text,
	"district" text,
	"budget_fen" bigint,
	"accepts_unfinalised" boolean DEFAULT false NOT NULL,
	"bid_deadline" timestamp with time zone,
	"published_at" timestamp with time zone,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "scenario_number_unique" UNIQUE("number"),
	CONSTRAINT "scenario_budget_check" CHECK (budget_fen is null or budget_fen > 0),
	CONSTRAINT "scenario_published_check" CHECK (source = 'report' or status in ('draft','submitted','returned','withdrawn') or bid_deadline is not null)
);
--> statement-breakpoint
CREATE TABLE "search_document" (
	"index" text NOT NULL,
	"id" text NOT NULL,
	"rev" integer NOT NULL,
	"words" "tsvector" NOT NULL,
	"facets" text[] DEFAULT '{}'::text[] NOT NULL,
	"specs" jsonb NOT NULL,
	"visibility" text[] DEFAULT '{}'::text[] NOT NULL,
	"standing" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"content" jsonb NOT NULL,
	"indexed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_document_index_id_pk" PRIMARY KEY("index","id")
);
--> statement-breakpoint
CREATE TABLE "search_term" (
	"index" text NOT NULL,
	"document_id" text NOT NULL,
	"term" text NOT NULL,
	"initial" text NOT NULL,
	"length" integer NOT NULL,
	CONSTRAINT "search_term_index_document_id_term_pk" PRIMARY KEY("index","document_id","term")
);
--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office" ADD CONSTRAINT "office_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid" ADD CONSTRAINT "bid_scenario_id_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid" ADD CONSTRAINT "bid_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid" ADD CONSTRAINT "bid_product_version_id_product_version_id_fk" FOREIGN KEY ("product_version_id") REFERENCES "public"."product_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid" ADD CONSTRAINT "bid_submitted_by_account_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_entry" ADD CONSTRAINT "catalog_entry_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_entry" ADD CONSTRAINT "catalog_entry_nominated_by_account_id_fk" FOREIGN KEY ("nominated_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_entry" ADD CONSTRAINT "catalog_entry_handled_by_account_id_fk" FOREIGN KEY ("handled_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_review" ADD CONSTRAINT "catalog_review_entry_id_catalog_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."catalog_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_review" ADD CONSTRAINT "catalog_review_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_entry_id_catalog_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."catalog_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_settled_by_account_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot" ADD CONSTRAINT "pilot_scenario_id_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot" ADD CONSTRAINT "pilot_bid_id_bid_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bid"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot" ADD CONSTRAINT "pilot_product_version_id_product_version_id_fk" FOREIGN KEY ("product_version_id") REFERENCES "public"."product_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot" ADD CONSTRAINT "pilot_demand_organization_id_organization_id_fk" FOREIGN KEY ("demand_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot" ADD CONSTRAINT "pilot_supply_organization_id_organization_id_fk" FOREIGN KEY ("supply_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_metric" ADD CONSTRAINT "pilot_metric_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_metric" ADD CONSTRAINT "pilot_metric_waived_by_account_id_fk" FOREIGN KEY ("waived_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_report" ADD CONSTRAINT "pilot_report_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_report" ADD CONSTRAINT "pilot_report_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_signature" ADD CONSTRAINT "pilot_signature_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_signature" ADD CONSTRAINT "pilot_signature_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_unit" ADD CONSTRAINT "pilot_unit_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_version" ADD CONSTRAINT "product_version_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_version" ADD CONSTRAINT "product_version_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_claim" ADD CONSTRAINT "reward_claim_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_claim" ADD CONSTRAINT "reward_claim_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_claim" ADD CONSTRAINT "reward_claim_handled_by_account_id_fk" FOREIGN KEY ("handled_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_ledger" ADD CONSTRAINT "reward_ledger_claim_id_reward_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."reward_claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_term" ADD CONSTRAINT "search_term_document_fk" FOREIGN KEY ("index","document_id") REFERENCES "public"."search_document"("index","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_email_key" ON "account" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "membership_organization_idx" ON "membership" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organization_uscc_key" ON "organization" USING btree ("uscc");--> statement-breakpoint
CREATE INDEX "organization_name_idx" ON "organization" USING btree ("name");--> statement-breakpoint
CREATE INDEX "session_user_idx" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_expiry_idx" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "bid_live_key" ON "bid" USING btree ("scenario_id","organization_id") WHERE status <> 'withdrawn';--> statement-breakpoint
CREATE UNIQUE INDEX "bid_selected_key" ON "bid" USING btree ("scenario_id") WHERE status = 'selected';--> statement-breakpoint
CREATE INDEX "bid_organization_idx" ON "bid" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "catalog_entry_live_key" ON "catalog_entry" USING btree ("pilot_id") WHERE status <> 'delisted';--> statement-breakpoint
CREATE INDEX "catalog_entry_status_idx" ON "catalog_entry" USING btree ("status","published_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "objection_entry_idx" ON "objection" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pilot_bid_key" ON "pilot" USING btree ("bid_id");--> statement-breakpoint
CREATE INDEX "pilot_scenario_idx" ON "pilot" USING btree ("scenario_id");--> statement-breakpoint
CREATE INDEX "pilot_demand_idx" ON "pilot" USING btree ("demand_organization_id");--> statement-breakpoint
CREATE INDEX "pilot_supply_idx" ON "pilot" USING btree ("supply_organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pilot_report_period_key" ON "pilot_report" USING btree ("pilot_id","period_start");--> statement-breakpoint
CREATE INDEX "pilot_unit_serial_idx" ON "pilot_unit" USING btree ("serial");--> statement-breakpoint
CREATE INDEX "product_status_idx" ON "product" USING btree ("status","published_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "product_organization_idx" ON "product" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "product_public_idx" ON "product" USING btree ("published_version_id") WHERE published_version_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "product_version_key" ON "product_version" USING btree ("product_id","version");--> statement-breakpoint
CREATE INDEX "audit_object_idx" ON "audit" USING btree ("noun","object_id","seq");--> statement-breakpoint
CREATE INDEX "history_object_idx" ON "history" USING btree ("noun","object_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "history_form_key" ON "history" USING btree ("object_id","form_key") WHERE form_key is not null;--> statement-breakpoint
CREATE INDEX "mail_to_idx" ON "mail" USING btree ("to","sent_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "notification_once_key" ON "notification" USING btree ("account_id","event_key");--> statement-breakpoint
CREATE INDEX "notification_account_idx" ON "notification" USING btree ("account_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "reward_claim_live_key" ON "reward_claim" USING btree ("pilot_id") WHERE status not in ('rejected','reversed');--> statement-breakpoint
CREATE INDEX "reward_claim_organization_idx" ON "reward_claim" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reward_ledger_once_key" ON "reward_ledger" USING btree ("claim_id","serial","kind");--> statement-breakpoint
CREATE INDEX "reward_ledger_firm_idx" ON "reward_ledger" USING btree ("uscc","cap_year");--> statement-breakpoint
CREATE INDEX "scenario_status_idx" ON "scenario" USING btree ("status","published_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "scenario_organization_idx" ON "scenario" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "scenario_deadline_idx" ON "scenario" USING btree ("bid_deadline") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "search_document_words_idx" ON "search_document" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_document_facets_idx" ON "search_document" USING gin ("facets");--> statement-breakpoint
CREATE INDEX "search_document_order_idx" ON "search_document" USING btree ("index","standing" DESC NULLS LAST,"updated_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "search_term_near_idx" ON "search_term" USING btree ("index","initial","length","term");