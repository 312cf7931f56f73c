ALTER TABLE "search_document" ADD COLUMN "lat" double precision;--> statement-breakpoint
ALTER TABLE "search_document" ADD COLUMN "lng" double precision;