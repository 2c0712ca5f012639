-- A row and what it belongs to are of one workspace, and a row never moves to another: the client confines queries
-- (src/platform/store/client.ts), and the database refuses what gets past it. A migration that adds a foreign key ends
-- with SELECT guard_workspaces().

CREATE FUNCTION require_own_workspace() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  parent_id uuid;
  parent_workspace uuid;
BEGIN
  EXECUTE format('SELECT ($1).%I', TG_ARGV[1]) INTO parent_id USING NEW;
  IF parent_id IS NULL THEN RETURN NEW; END IF;
  EXECUTE format('SELECT "workspaceId" FROM %I WHERE id = $1', TG_ARGV[0]) INTO parent_workspace USING parent_id;
  IF parent_workspace <> NEW."workspaceId" THEN
    RAISE EXCEPTION 'a row of % belongs to a row of another workspace by %', TG_TABLE_NAME, TG_ARGV[1];
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION require_same_workspace() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."workspaceId" IS DISTINCT FROM OLD."workspaceId" THEN
    RAISE EXCEPTION 'a row of % cannot move to another workspace', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

-- Gives every foreign key between tables of a workspace, and every such table, its trigger.
CREATE FUNCTION guard_workspaces() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  each record;
BEGIN
  FOR each IN
    SELECT key.conname AS name, child.relname AS child, parent.relname AS parent, col.attname AS col
    FROM pg_constraint key
    JOIN pg_class child ON child.oid = key.conrelid
    JOIN pg_class parent ON parent.oid = key.confrelid
    JOIN pg_attribute col ON col.attrelid = key.conrelid AND col.attnum = key.conkey[1]
    WHERE key.contype = 'f' AND key.connamespace = current_schema()::regnamespace AND parent.relname <> 'Workspace'
  LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER %I BEFORE INSERT OR UPDATE OF "workspaceId", %I ON %I FOR EACH ROW '
        'EXECUTE FUNCTION require_own_workspace(%L, %L)',
      each.name || '_workspace', each.col, each.child, each.parent, each.col);
  END LOOP;
  FOR each IN
    SELECT held.relname AS name FROM pg_class held
    JOIN pg_attribute col ON col.attrelid = held.oid AND col.attname = 'workspaceId' AND NOT col.attisdropped
    WHERE held.relkind = 'r' AND held.relnamespace = current_schema()::regnamespace
  LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER %I BEFORE UPDATE OF "workspaceId" ON %I FOR EACH ROW '
        'EXECUTE FUNCTION require_same_workspace()',
      each.name || '_workspace', each.name);
  END LOOP;
END $$;

SELECT guard_workspaces();
