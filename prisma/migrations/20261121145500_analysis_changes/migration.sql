-- Whoever follows analyses listens on `analysis_changed` (libs/database/src/feed): the id of each one that has moved on or
-- is gone, told when the writer commits, whoever that is.
CREATE FUNCTION "tell_analysis_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('analysis_changed', OLD.id);
  RETURN NULL;
END
$$;

CREATE TRIGGER "analyses_moved" AFTER UPDATE ON "analyses" FOR EACH ROW
  WHEN ((OLD.attempt, OLD.status, OLD.stage, OLD.progress) IS DISTINCT FROM (NEW.attempt, NEW.status, NEW.stage, NEW.progress))
  EXECUTE FUNCTION "tell_analysis_changed"();

CREATE TRIGGER "analyses_gone" AFTER DELETE ON "analyses" FOR EACH ROW
  EXECUTE FUNCTION "tell_analysis_changed"();
