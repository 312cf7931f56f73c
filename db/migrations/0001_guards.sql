-- What must never change is guarded here as well, for code that forgets and hands that should not.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE ON "history" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER history_no_truncate BEFORE TRUNCATE ON "history" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reward_ledger_append_only BEFORE UPDATE OR DELETE ON "reward_ledger" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reward_ledger_no_truncate BEFORE TRUNCATE ON "reward_ledger" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER pilot_signature_append_only BEFORE UPDATE OR DELETE ON "pilot_signature" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A published product version is what bids have pinned.
CREATE FUNCTION keep_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL AND (NEW.content, NEW.version, NEW.product_id) IS DISTINCT FROM (OLD.content, OLD.version, OLD.product_id) THEN
    RAISE EXCEPTION 'a published product version does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER product_version_kept BEFORE UPDATE ON "product_version" FOR EACH ROW EXECUTE FUNCTION keep_published_version();
--> statement-breakpoint
-- Acceptance targets come from the scenario; only measured values and waivers are written later.
CREATE FUNCTION keep_metric_target() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.name, NEW.method, NEW.unit, NEW.direction, NEW.baseline, NEW.target, NEW.mandatory)
     IS DISTINCT FROM (OLD.name, OLD.method, OLD.unit, OLD.direction, OLD.baseline, OLD.target, OLD.mandatory) THEN
    RAISE EXCEPTION 'a pilot metric keeps its target' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER pilot_metric_kept BEFORE UPDATE ON "pilot_metric" FOR EACH ROW EXECUTE FUNCTION keep_metric_target();
--> statement-breakpoint
-- What bidders have read stays as it was.
CREATE FUNCTION keep_published_scenario() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status NOT IN ('draft', 'returned') AND NEW.content IS DISTINCT FROM OLD.content THEN
    RAISE EXCEPTION 'a submitted scenario keeps its content' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER scenario_kept BEFORE UPDATE ON "scenario" FOR EACH ROW EXECUTE FUNCTION keep_published_scenario();
--> statement-breakpoint
INSERT INTO "audit_head" ("id", "seq", "hash") VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
