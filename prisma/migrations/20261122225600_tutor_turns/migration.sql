-- CreateTable
CREATE TABLE "tutor_turn" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "employment_id" UUID NOT NULL,
    "tutor_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tutor_turn_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "tutor_turn_centre_id_employment_id_idx" ON "tutor_turn"("centre_id", "employment_id");

-- CreateIndex
CREATE INDEX "tutor_turn_centre_id_tutor_id_idx" ON "tutor_turn"("centre_id", "tutor_id");

-- AddForeignKey
ALTER TABLE "tutor_turn" ADD CONSTRAINT "tutor_turn_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tutor_turn" ADD CONSTRAINT "tutor_turn_centre_id_employment_id_fkey" FOREIGN KEY ("centre_id", "employment_id") REFERENCES "employment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tutor_turn" ADD CONSTRAINT "tutor_turn_centre_id_tutor_id_fkey" FOREIGN KEY ("centre_id", "tutor_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table public.tutor_turn add constraint tutor_turn_in_order check (until_on is null or until_on >= from_on);
-- One tutor at a time in an employment.
create unique index tutor_turn_one_running on public.tutor_turn (centre_id, employment_id) where until_on is null;

select jalon.secure_tables();
