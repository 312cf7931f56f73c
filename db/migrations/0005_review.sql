CREATE TABLE "approval" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"object_id" text NOT NULL,
	"rev" integer NOT NULL,
	"step" text NOT NULL,
	"content_hash" text NOT NULL,
	"account_id" text NOT NULL,
	"opinion" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bid_confirmation" (
	"bid_id" text NOT NULL,
	"addendum" integer NOT NULL,
	"account_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "bid_confirmation_bid_id_addendum_pk" PRIMARY KEY("bid_id","addendum")
);
--> statement-breakpoint
CREATE TABLE "content_return" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"object_id" text NOT NULL,
	"rev" integer NOT NULL,
	"content_hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"reason" text NOT NULL,
	"notes" jsonb NOT NULL,
	"account_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scenario_addendum" (
	"scenario_id" text NOT NULL,
	"number" integer NOT NULL,
	"summary" text NOT NULL,
	"reason" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"material" boolean NOT NULL,
	"deadline_before" timestamp with time zone NOT NULL,
	"deadline_after" timestamp with time zone NOT NULL,
	"account_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "scenario_addendum_scenario_id_number_pk" PRIMARY KEY("scenario_id","number"),
	CONSTRAINT "scenario_addendum_number_check" CHECK (number > 0),
	CONSTRAINT "scenario_addendum_deadline_check" CHECK (deadline_after >= deadline_before)
);
--> statement-breakpoint
ALTER TABLE "bid" ADD COLUMN "addendum" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "scenario" ADD COLUMN "addenda" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "scenario" ADD COLUMN "cloned_from" jsonb;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_confirmation" ADD CONSTRAINT "bid_confirmation_bid_id_bid_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bid"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_confirmation" ADD CONSTRAINT "bid_confirmation_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_return" ADD CONSTRAINT "content_return_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_addendum" ADD CONSTRAINT "scenario_addendum_scenario_id_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_addendum" ADD CONSTRAINT "scenario_addendum_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "approval_once_key" ON "approval" USING btree ("noun","object_id","rev","step");--> statement-breakpoint
CREATE INDEX "approval_object_idx" ON "approval" USING btree ("object_id","id");--> statement-breakpoint
CREATE INDEX "content_return_object_idx" ON "content_return" USING btree ("object_id","id");--> statement-breakpoint
-- by hand:
CREATE TRIGGER approval_append_only BEFORE UPDATE OR DELETE ON "approval" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER content_return_append_only BEFORE UPDATE OR DELETE ON "content_return" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER scenario_addendum_append_only BEFORE UPDATE OR DELETE ON "scenario_addendum" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER bid_confirmation_append_only BEFORE UPDATE OR DELETE ON "bid_confirmation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Nothing is published without its approvals: a product on one, a scenario on two of different officers for the same content.
CREATE FUNCTION demand_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'submitted' AND NEW.status = 'published' AND NOT EXISTS (
    SELECT FROM approval f
    WHERE f.noun = TG_ARGV[0] AND f.object_id = OLD.id AND f.rev = OLD.rev AND f.step = 'final'
      AND (f.noun = 'product' OR EXISTS (
        SELECT FROM approval i
        WHERE i.noun = f.noun AND i.object_id = f.object_id AND i.rev = f.rev AND i.step = 'initial'
          AND i.content_hash = f.content_hash AND i.account_id <> f.account_id)))
  THEN
    RAISE EXCEPTION '% % has not been approved as it is', TG_ARGV[0], OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER scenario_approved BEFORE UPDATE ON "scenario" FOR EACH ROW EXECUTE FUNCTION demand_approval('scenario');
--> statement-breakpoint
CREATE TRIGGER product_approved BEFORE UPDATE ON "product" FOR EACH ROW EXECUTE FUNCTION demand_approval('product');
--> statement-breakpoint
-- What bidders have read stays as it was, but for a published addendum, which keeps both texts; evaluation and deadline stand.
CREATE OR REPLACE FUNCTION keep_published_scenario() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('draft', 'returned') OR NEW.content IS NOT DISTINCT FROM OLD.content THEN
    RETURN NEW;
  END IF;
  IF OLD.status <> 'published' OR NEW.addenda <> OLD.addenda + 1 OR NOT EXISTS (
    SELECT FROM scenario_addendum a
    WHERE a.scenario_id = OLD.id AND a.number = NEW.addenda AND a.before = OLD.content AND a.after = NEW.content)
  THEN
    RAISE EXCEPTION 'a submitted scenario keeps its content' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.content -> 'evaluation' IS DISTINCT FROM OLD.content -> 'evaluation' THEN
    RAISE EXCEPTION 'the evaluation is fixed with the publication' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.bid_deadline IS NULL OR NEW.bid_deadline < OLD.bid_deadline THEN
    RAISE EXCEPTION 'a bid deadline only ever moves later' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
