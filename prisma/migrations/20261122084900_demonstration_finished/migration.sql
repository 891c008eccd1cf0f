-- The seed says when it is done: begun and not finished, it was cut short.
ALTER TABLE "demonstration" RENAME COLUMN "seeded_at" TO "begun_at";
ALTER TABLE "demonstration" ADD COLUMN "finished_at" TIMESTAMPTZ(3);

-- Databases marked before: their starter asked for nothing else once the story was told.
UPDATE "demonstration" SET "finished_at" = "begun_at";
