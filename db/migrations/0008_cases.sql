ALTER TABLE "product_deployment" ALTER COLUMN "place" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "product_deployment" ALTER COLUMN "region" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "product_deployment" ALTER COLUMN "since" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "product_deployment" ALTER COLUMN "product_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "import_job" ADD COLUMN "submission_status" text;--> statement-breakpoint
ALTER TABLE "import_job" ADD COLUMN "submitted_by" text;--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "submission" text;--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "submission_rev" integer;--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "submission_reason" text;--> statement-breakpoint
ALTER TABLE "product_deployment" ADD COLUMN "stage" text;--> statement-breakpoint
ALTER TABLE "product_deployment" ADD COLUMN "evidence_note" text;--> statement-breakpoint
ALTER TABLE "product_deployment" ADD COLUMN "organization_id" text;--> statement-breakpoint
ALTER TABLE "product_deployment" ADD CONSTRAINT "product_deployment_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "product_deployment_organization_idx" ON "product_deployment" USING btree ("organization_id") WHERE organization_id is not null;--> statement-breakpoint
ALTER TABLE "product_deployment" ADD CONSTRAINT "product_deployment_owner_check" CHECK (num_nonnulls(product_id, organization_id) = 1);