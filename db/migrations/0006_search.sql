ALTER TABLE "search_document" ADD COLUMN "lat" double precision;--> statement-breakpoint
ALTER TABLE "search_document" ADD COLUMN "lng" double precision;--> statement-breakpoint
CREATE INDEX "search_term_tail_idx" ON "search_term" USING btree ("index",substr("term", 2));--> statement-breakpoint
CREATE INDEX "search_term_word_idx" ON "search_term" USING btree ("index","term");