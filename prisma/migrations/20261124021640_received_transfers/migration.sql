-- CreateTable
CREATE TABLE "received_transfer" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "credential" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "received_by_user_id" TEXT NOT NULL,
    "received_by_name" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "received_transfer_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "received_block" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "received_transfer_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "followed_id" UUID NOT NULL,
    "block_code" TEXT NOT NULL,
    "acquired_at" TEXT NOT NULL,
    "acquired_under" TEXT NOT NULL,
    "acquired_block_code" TEXT NOT NULL,
    "acquired_block_name" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "received_block_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "received_block_answer" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "received_block_id" UUID NOT NULL,
    "outcome" "equivalence_outcome" NOT NULL,
    "motive" TEXT,
    "answered_on" DATE NOT NULL,
    "answered_by_user_id" TEXT NOT NULL,
    "answered_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "received_block_answer_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "received_transfer_centre_id_enrolment_id_idx" ON "received_transfer"("centre_id", "enrolment_id");

-- CreateIndex
CREATE INDEX "received_block_centre_id_enrolment_id_idx" ON "received_block"("centre_id", "enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "received_block_centre_id_received_transfer_id_block_code_key" ON "received_block"("centre_id", "received_transfer_id", "block_code");

-- CreateIndex
CREATE UNIQUE INDEX "received_block_answer_centre_id_received_block_id_key" ON "received_block_answer"("centre_id", "received_block_id");

-- AddForeignKey
ALTER TABLE "received_transfer" ADD CONSTRAINT "received_transfer_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "received_transfer" ADD CONSTRAINT "received_transfer_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "received_block" ADD CONSTRAINT "received_block_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "received_block" ADD CONSTRAINT "received_block_centre_id_received_transfer_id_fkey" FOREIGN KEY ("centre_id", "received_transfer_id") REFERENCES "received_transfer"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "received_block" ADD CONSTRAINT "received_block_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "received_block" ADD CONSTRAINT "received_block_centre_id_followed_id_fkey" FOREIGN KEY ("centre_id", "followed_id") REFERENCES "framework_version"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "received_block_answer" ADD CONSTRAINT "received_block_answer_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "received_block_answer" ADD CONSTRAINT "received_block_answer_centre_id_received_block_id_fkey" FOREIGN KEY ("centre_id", "received_block_id") REFERENCES "received_block"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What another centre signed, what was put to the certifier and what was answered stay written.
insert into jalon.table_rights (table_name, may_update) values
  ('received_transfer', '{}'),
  ('received_block', '{}'),
  ('received_block_answer', '{}');

select jalon.secure_tables();
