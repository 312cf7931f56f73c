CREATE TABLE "saved_search" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"digest" text NOT NULL,
	"index" text NOT NULL,
	"rhythm" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"hits" integer NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_alert" (
	"id" text PRIMARY KEY NOT NULL,
	"saved_search_id" text NOT NULL,
	"index" text NOT NULL,
	"object_id" text NOT NULL,
	"fact" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"notification_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_alert" ADD CONSTRAINT "search_alert_saved_search_id_saved_search_id_fk" FOREIGN KEY ("saved_search_id") REFERENCES "public"."saved_search"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_alert" ADD CONSTRAINT "search_alert_notification_id_notification_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notification"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_search_once_key" ON "saved_search" USING btree ("account_id","digest");--> statement-breakpoint
CREATE INDEX "saved_search_index_idx" ON "saved_search" USING btree ("index","digest");--> statement-breakpoint
CREATE UNIQUE INDEX "search_alert_once_key" ON "search_alert" USING btree ("saved_search_id","object_id","fact");--> statement-breakpoint
CREATE INDEX "search_alert_object_idx" ON "search_alert" USING btree ("object_id");--> statement-breakpoint
CREATE INDEX "search_alert_at_idx" ON "search_alert" USING btree ("saved_search_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "search_alert_notification_key" ON "search_alert" USING btree ("notification_id");