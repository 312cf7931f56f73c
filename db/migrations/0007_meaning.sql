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
