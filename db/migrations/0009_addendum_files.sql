ALTER TABLE "attachment" ADD COLUMN "addendum_key" text;--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "replaces" text;--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "added_in" integer;--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "withdrawn_in" integer;--> statement-breakpoint
ALTER TABLE "scenario_addendum" ADD COLUMN "files" jsonb;--> statement-breakpoint
CREATE INDEX "attachment_waiting_idx" ON "attachment" USING btree ("object_id") WHERE addendum_key is not null and added_in is null;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_addendum_check" CHECK ((addendum_key is null or noun = 'scenario') and (added_in is null or addendum_key is not null)
        and (withdrawn_in is null or (noun = 'scenario' and withdrawn_in > coalesce(added_in, 0))));--> statement-breakpoint
-- by hand:
-- Of which versions of its scenario an attachment is part is written once, with the addendum that names it, and what a
-- version has shown stays where it is.
CREATE FUNCTION keep_version_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.addendum_key, NEW.replaces) IS DISTINCT FROM (OLD.addendum_key, OLD.replaces)
    OR (OLD.added_in IS NOT NULL AND NEW.added_in IS DISTINCT FROM OLD.added_in)
    OR (OLD.withdrawn_in IS NOT NULL AND NEW.withdrawn_in IS DISTINCT FROM OLD.withdrawn_in)
    OR (coalesce(NEW.added_in, NEW.withdrawn_in) IS NOT NULL AND coalesce(NEW.removed_at, NEW.purged_at) IS NOT NULL)
  THEN
    RAISE EXCEPTION 'an attachment stays part of the versions that showed it' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.added_in IS DISTINCT FROM OLD.added_in AND NOT EXISTS (
    SELECT FROM scenario_addendum a
    WHERE a.scenario_id = NEW.object_id AND a.number = NEW.added_in
      AND a.files -> 'after' @> jsonb_build_array(jsonb_build_object('id', NEW.id, 'sha256', NEW.sha256)))
  THEN
    RAISE EXCEPTION 'no addendum adds this attachment' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.withdrawn_in IS DISTINCT FROM OLD.withdrawn_in AND NOT EXISTS (
    SELECT FROM scenario_addendum a
    WHERE a.scenario_id = NEW.object_id AND a.number = NEW.withdrawn_in
      AND a.files -> 'before' @> jsonb_build_array(jsonb_build_object('id', NEW.id, 'sha256', NEW.sha256))
      AND NOT a.files -> 'after' @> jsonb_build_array(jsonb_build_object('id', NEW.id)))
  THEN
    RAISE EXCEPTION 'no addendum withdraws this attachment' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER attachment_version_kept BEFORE UPDATE ON "attachment" FOR EACH ROW EXECUTE FUNCTION keep_version_file();
