CREATE TABLE "search_change" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_change_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"index" text NOT NULL,
	"document_id" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_document" ADD COLUMN "lat" double precision;--> statement-breakpoint
ALTER TABLE "search_document" ADD COLUMN "lng" double precision;--> statement-breakpoint
CREATE INDEX "search_change_document_idx" ON "search_change" USING btree ("index","document_id");--> statement-breakpoint
CREATE INDEX "search_term_tail_idx" ON "search_term" USING btree ("index",substr("term", 2));--> statement-breakpoint
CREATE INDEX "search_term_word_idx" ON "search_term" USING btree ("index","term");