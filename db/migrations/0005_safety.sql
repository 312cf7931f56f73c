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
ALTER TABLE "pilot_insurance" ADD CONSTRAINT "pilot_insurance_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_safeguard" ADD CONSTRAINT "pilot_safeguard_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pilot_insurance_pilot_idx" ON "pilot_insurance" USING btree ("pilot_id");