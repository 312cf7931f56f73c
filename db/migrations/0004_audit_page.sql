CREATE TABLE "audit_content" (
	"hash" text PRIMARY KEY NOT NULL,
	"content" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "format" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "actor_salt" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "actor_mark" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "from_status" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "to_status" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "reason" text;--> statement-breakpoint
CREATE INDEX "account_name_idx" ON "account" USING btree ("name");--> statement-breakpoint
CREATE INDEX "catalog_entry_pilot_idx" ON "catalog_entry" USING btree ("pilot_id");--> statement-breakpoint
CREATE INDEX "audit_deed_idx" ON "audit" USING btree ("deed","seq");--> statement-breakpoint
CREATE INDEX "audit_after_idx" ON "audit" USING btree ("after_hash");--> statement-breakpoint
CREATE INDEX "history_actor_idx" ON "history" USING btree ("actor_id","id");--> statement-breakpoint
CREATE TRIGGER audit_content_append_only BEFORE UPDATE OR DELETE ON "audit_content" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_content_no_truncate BEFORE TRUNCATE ON "audit_content" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Of what is kept, one thing may go: the name of an erased account, and the salt of its mark, for the account's pseudonym.
CREATE FUNCTION refuse_change_but_of_an_erased_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND to_jsonb(NEW) - 'actor_name' - 'actor_salt' = to_jsonb(OLD) - 'actor_name' - 'actor_salt'
    AND to_jsonb(NEW) ->> 'actor_salt' IS NULL
    AND to_jsonb(OLD) ->> 'format' IS DISTINCT FROM '1'
    AND EXISTS (
      SELECT FROM account WHERE id = OLD.actor_id AND status = 'erased' AND name = NEW.actor_name AND name LIKE '已注销用户 %')
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
DROP TRIGGER audit_append_only ON "audit";
--> statement-breakpoint
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION refuse_change_but_of_an_erased_name();
--> statement-breakpoint
DROP TRIGGER history_append_only ON "history";
--> statement-breakpoint
CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE ON "history" FOR EACH ROW EXECUTE FUNCTION refuse_change_but_of_an_erased_name();
