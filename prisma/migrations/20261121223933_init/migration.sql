-- CreateEnum
CREATE TYPE "role" AS ENUM ('coordinator', 'trainer', 'tutor', 'learner', 'jury_member', 'director', 'certifier', 'platform_admin');

-- CreateEnum
CREATE TYPE "holiday_zone" AS ENUM ('metropole', 'alsace_moselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte', 'saint_barthelemy', 'saint_martin');

-- CreateEnum
CREATE TYPE "access_route" AS ENUM ('professional_contract', 'continuing_training', 'reconversion_period', 'vae', 'jobseeker_poec_pic', 'apprenticeship');

-- CreateEnum
CREATE TYPE "funder" AS ENUM ('opco_ep', 'employer', 'france_travail', 'region', 'self', 'other');

-- CreateEnum
CREATE TYPE "entry_profile" AS ENUM ('school_leaver', 'jobseeker', 'career_changer', 'medical_secretary_certified', 'medical_secretary_uncertified', 'dental_assistant_certified', 'ide', 'deas', 'deap');

-- CreateEnum
CREATE TYPE "employer_kind" AS ENUM ('practice', 'group', 'health_centre');

-- CreateEnum
CREATE TYPE "cohort_state" AS ENUM ('draft', 'planned', 'running', 'postponed', 'completed');

-- CreateEnum
CREATE TYPE "half_day" AS ENUM ('morning', 'afternoon');

-- CreateEnum
CREATE TYPE "slot_kind" AS ENUM ('training', 'evaluation');

-- CreateEnum
CREATE TYPE "slot_mode" AS ENUM ('on_site', 'remote');

-- CreateEnum
CREATE TYPE "attendance_state" AS ENUM ('present', 'absent');

-- CreateEnum
CREATE TYPE "dispensation_state" AS ENUM ('draft', 'filed', 'transmitted', 'granted', 'partial', 'refused');

-- CreateEnum
CREATE TYPE "appraisal_origin" AS ENUM ('tutor', 'office_paper');

-- CreateEnum
CREATE TYPE "block_proposal" AS ENUM ('acquired', 'not_acquired', 'incomplete');

-- CreateEnum
CREATE TYPE "block_decision" AS ENUM ('acquired', 'not_acquired', 'adjourned');

-- CreateEnum
CREATE TYPE "college" AS ENUM ('employer', 'employee');

-- CreateEnum
CREATE TYPE "conflict_kind" AS ENUM ('trainer', 'tutor', 'employer', 'family', 'other');

-- CreateEnum
CREATE TYPE "jury_session_state" AS ENUM ('prepared', 'open', 'closed');

-- CreateEnum
CREATE TYPE "candidate_kind" AS ENUM ('training', 'resit', 'vae');

-- CreateEnum
CREATE TYPE "certificate_kind" AS ENUM ('certificate', 'fae_attestation');

-- CreateEnum
CREATE TYPE "deadline_regime" AS ENUM ('regime_2019', 'regime_2024', 'arrete_2019_fae');

-- CreateEnum
CREATE TYPE "framework_state" AS ENUM ('draft', 'published');

-- CreateEnum
CREATE TYPE "enrolment_state" AS ENUM ('active', 'withdrawn', 'completed');

-- CreateTable
CREATE TABLE "appraisal" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "employment_id" UUID,
    "tutor_id" UUID,
    "block_code" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "due_on" DATE,
    "ratings" JSONB NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "origin" "appraisal_origin" NOT NULL DEFAULT 'tutor',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3),
    "saved_at" TIMESTAMPTZ(3),
    "signed_at" TIMESTAMPTZ(3),
    "signed_on" DATE,
    "signer_name" TEXT,
    "signed_by_user_id" TEXT,
    "superseded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appraisal_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "assessment_result" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "block_code" TEXT NOT NULL,
    "assessment_code" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "held_on" DATE NOT NULL,
    "marks" JSONB NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "assessor_name" TEXT NOT NULL,
    "recorded_by_user_id" TEXT NOT NULL,
    "superseded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_result_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "credential" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "obtained_on" DATE NOT NULL,
    "expires_on" DATE NOT NULL,
    "issuer" TEXT NOT NULL,
    "reference" TEXT,
    "superseded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "state" "attendance_state" NOT NULL,
    "late_minutes" INTEGER NOT NULL DEFAULT 0,
    "left_early_minutes" INTEGER NOT NULL DEFAULT 0,
    "justification" TEXT,
    "motive" TEXT,
    "held_on" DATE NOT NULL,
    "half_day" "half_day" NOT NULL,
    "starts_at" INTEGER NOT NULL,
    "slot_minutes" INTEGER NOT NULL,
    "minutes_done" INTEGER NOT NULL,
    "kind" "slot_kind" NOT NULL,
    "block_code" TEXT NOT NULL,
    "module_code" TEXT,
    "recorded_by_user_id" TEXT NOT NULL,
    "superseded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "attendance_sheet" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "signer_name" TEXT NOT NULL,
    "signed_by_user_id" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attendance_sheet_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "centre" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "centre_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "holiday_zone" "holiday_zone" NOT NULL DEFAULT 'metropole',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "site_closure" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_closure_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "kind" "certificate_kind" NOT NULL,
    "number" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "decided_on" DATE NOT NULL,
    "reasons" JSONB NOT NULL,
    "issued_by_user_id" TEXT NOT NULL,
    "cpam_copy_sent_on" DATE,
    "superseded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "cohort" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "framework_version_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "weekdays" INTEGER[],
    "minutes_per_day" INTEGER NOT NULL,
    "closed_months" INTEGER[],
    "capacity" INTEGER NOT NULL,
    "state" "cohort_state" NOT NULL DEFAULT 'draft',
    "jury_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cohort_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "module_run" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "kind" "slot_kind" NOT NULL,
    "block_code" TEXT NOT NULL,
    "module_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "module_run_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "slot" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "module_run_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "half_day" "half_day" NOT NULL,
    "starts_at" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "trainer_id" UUID,
    "room" TEXT,
    "mode" "slot_mode" NOT NULL DEFAULT 'on_site',
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "slot_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "dispensation" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "block_code" TEXT NOT NULL,
    "module_code" TEXT,
    "state" "dispensation_state" NOT NULL DEFAULT 'draft',
    "requested_minutes" INTEGER NOT NULL,
    "granted_minutes" INTEGER,
    "evidence" TEXT,
    "filed_on" DATE,
    "transmitted_on" DATE,
    "decided_on" DATE,
    "reference" TEXT,
    "motive" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dispensation_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "document" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "storage_key" TEXT NOT NULL,
    "created_by_user_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "profile" "entry_profile" NOT NULL,
    "diploma_level" INTEGER,
    "experience_years" INTEGER NOT NULL DEFAULT 0,
    "route" "access_route" NOT NULL,
    "funder" "funder" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "state" "enrolment_state" NOT NULL DEFAULT 'active',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "path_run" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "module_run_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "path_run_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "employment" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "employer_name" TEXT NOT NULL,
    "employer_kind" "employer_kind" NOT NULL DEFAULT 'practice',
    "siret" TEXT,
    "employer_email" TEXT,
    "employer_phone" TEXT,
    "tutor_id" UUID,
    "tutor_is_employer" BOOLEAN NOT NULL DEFAULT false,
    "hire_date" DATE NOT NULL,
    "duty_start_on" DATE,
    "cpam_contract_signed_on" DATE,
    "regime_override" "deadline_regime",
    "ends_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "employment_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "deadline_suspension" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "employment_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "motive" TEXT NOT NULL,
    "evidence" TEXT,
    "created_by_user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deadline_suspension_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "framework_version" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" "framework_state" NOT NULL DEFAULT 'draft',
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "copied_from_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "published_by_user_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "framework_version_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_session" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "active_centre_id" UUID,
    "limited_role" "role",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "login_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "learner_import" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "report" JSONB NOT NULL,
    "created_by_user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "learner_import_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "jury_session" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "framework_version_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "remote" BOOLEAN NOT NULL DEFAULT false,
    "state" "jury_session_state" NOT NULL DEFAULT 'prepared',
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_user_id" TEXT,
    "minutes_document_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "jury_session_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "jury_member" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "jury_session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "college" "college" NOT NULL,
    "is_chair" BOOLEAN NOT NULL DEFAULT false,
    "is_alternate" BOOLEAN NOT NULL DEFAULT false,
    "is_present" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "jury_member_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "jury_candidate" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "jury_session_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "candidate_kind" NOT NULL DEFAULT 'training',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "jury_candidate_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "jury_conflict" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "jury_session_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "kind" "conflict_kind" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "detected" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "jury_conflict_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "jury_decision" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "jury_session_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "block_code" TEXT NOT NULL,
    "decision" "block_decision" NOT NULL,
    "proposal" "block_proposal" NOT NULL,
    "proposal_reasons" JSONB NOT NULL,
    "motive" TEXT,
    "recommendation" TEXT,
    "decided_by_user_id" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "superseded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "jury_decision_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "resit_registration" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "block_code" TEXT NOT NULL,
    "from_decision_id" UUID NOT NULL,
    "jury_session_id" UUID,
    "planned_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by_user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resit_registration_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "other_given_names" TEXT NOT NULL DEFAULT '',
    "birth_name" TEXT NOT NULL,
    "usage_name" TEXT,
    "birth_date" DATE,
    "sex" TEXT,
    "birth_place_code" TEXT,
    "birth_country_code" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "match_key" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "membership" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "access_link" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "path" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "renewed_from_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_link_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "centre_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_user_id" TEXT,
    "actor_role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "prev_hash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("centre_id","seq")
);

-- CreateTable
CREATE TABLE "outbox_job" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_job_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "to_email" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "person_id" UUID,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "recipient_email" TEXT NOT NULL,
    "person_id" UUID,
    "lead" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "mail_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "appraisal_centre_id_enrolment_id_idx" ON "appraisal"("centre_id", "enrolment_id");

-- CreateIndex
CREATE INDEX "appraisal_centre_id_tutor_id_idx" ON "appraisal"("centre_id", "tutor_id");

-- CreateIndex
CREATE INDEX "assessment_result_centre_id_enrolment_id_idx" ON "assessment_result"("centre_id", "enrolment_id");

-- CreateIndex
CREATE INDEX "credential_centre_id_person_id_idx" ON "credential"("centre_id", "person_id");

-- CreateIndex
CREATE INDEX "attendance_centre_id_slot_id_idx" ON "attendance"("centre_id", "slot_id");

-- CreateIndex
CREATE INDEX "attendance_centre_id_enrolment_id_idx" ON "attendance"("centre_id", "enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_sheet_centre_id_slot_id_key" ON "attendance_sheet"("centre_id", "slot_id");

-- CreateIndex
CREATE UNIQUE INDEX "centre_slug_key" ON "centre"("slug");

-- CreateIndex
CREATE INDEX "certificate_centre_id_enrolment_id_idx" ON "certificate"("centre_id", "enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_centre_id_number_key" ON "certificate"("centre_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "cohort_centre_id_name_key" ON "cohort"("centre_id", "name");

-- CreateIndex
CREATE INDEX "module_run_centre_id_cohort_id_idx" ON "module_run"("centre_id", "cohort_id");

-- CreateIndex
CREATE INDEX "slot_centre_id_cohort_id_held_on_idx" ON "slot"("centre_id", "cohort_id", "held_on");

-- CreateIndex
CREATE INDEX "slot_centre_id_trainer_id_held_on_idx" ON "slot"("centre_id", "trainer_id", "held_on");

-- CreateIndex
CREATE INDEX "slot_centre_id_module_run_id_idx" ON "slot"("centre_id", "module_run_id");

-- CreateIndex
CREATE INDEX "dispensation_centre_id_enrolment_id_idx" ON "dispensation"("centre_id", "enrolment_id");

-- CreateIndex
CREATE INDEX "document_centre_id_subject_id_idx" ON "document"("centre_id", "subject_id");

-- CreateIndex
CREATE INDEX "enrolment_centre_id_cohort_id_idx" ON "enrolment"("centre_id", "cohort_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_centre_id_person_id_cohort_id_key" ON "enrolment"("centre_id", "person_id", "cohort_id");

-- CreateIndex
CREATE INDEX "path_run_centre_id_module_run_id_idx" ON "path_run"("centre_id", "module_run_id");

-- CreateIndex
CREATE UNIQUE INDEX "path_run_centre_id_enrolment_id_module_run_id_key" ON "path_run"("centre_id", "enrolment_id", "module_run_id");

-- CreateIndex
CREATE INDEX "employment_centre_id_person_id_idx" ON "employment"("centre_id", "person_id");

-- CreateIndex
CREATE INDEX "employment_centre_id_tutor_id_idx" ON "employment"("centre_id", "tutor_id");

-- CreateIndex
CREATE INDEX "deadline_suspension_centre_id_employment_id_idx" ON "deadline_suspension"("centre_id", "employment_id");

-- CreateIndex
CREATE UNIQUE INDEX "framework_version_centre_id_code_key" ON "framework_version"("centre_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "login_session_token_key" ON "login_session"("token");

-- CreateIndex
CREATE INDEX "login_session_user_id_idx" ON "login_session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "jury_member_centre_id_jury_session_id_person_id_key" ON "jury_member"("centre_id", "jury_session_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "jury_candidate_centre_id_jury_session_id_enrolment_id_key" ON "jury_candidate"("centre_id", "jury_session_id", "enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "jury_conflict_centre_id_member_id_enrolment_id_key" ON "jury_conflict"("centre_id", "member_id", "enrolment_id");

-- CreateIndex
CREATE INDEX "jury_decision_centre_id_jury_session_id_idx" ON "jury_decision"("centre_id", "jury_session_id");

-- CreateIndex
CREATE INDEX "jury_decision_centre_id_enrolment_id_idx" ON "jury_decision"("centre_id", "enrolment_id");

-- CreateIndex
CREATE INDEX "resit_registration_centre_id_enrolment_id_idx" ON "resit_registration"("centre_id", "enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "resit_registration_centre_id_from_decision_id_key" ON "resit_registration"("centre_id", "from_decision_id");

-- CreateIndex
CREATE INDEX "person_centre_id_match_key_idx" ON "person"("centre_id", "match_key");

-- CreateIndex
CREATE INDEX "person_centre_id_email_idx" ON "person"("centre_id", "email");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_centre_id_user_id_role_key" ON "membership"("centre_id", "user_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "access_link_token_hash_key" ON "access_link"("token_hash");

-- CreateIndex
CREATE INDEX "audit_event_centre_id_subject_id_idx" ON "audit_event"("centre_id", "subject_id");

-- CreateIndex
CREATE INDEX "outbox_job_sent_at_id_idx" ON "outbox_job"("sent_at", "id");

-- CreateIndex
CREATE INDEX "mail_centre_id_created_at_idx" ON "mail"("centre_id", "created_at");

-- CreateIndex
CREATE INDEX "reminder_centre_id_due_on_idx" ON "reminder"("centre_id", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_centre_id_kind_subject_id_recipient_email_lead_key" ON "reminder"("centre_id", "kind", "subject_id", "recipient_email", "lead");

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_centre_id_employment_id_fkey" FOREIGN KEY ("centre_id", "employment_id") REFERENCES "employment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_centre_id_tutor_id_fkey" FOREIGN KEY ("centre_id", "tutor_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment_result" ADD CONSTRAINT "assessment_result_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment_result" ADD CONSTRAINT "assessment_result_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_centre_id_person_id_fkey" FOREIGN KEY ("centre_id", "person_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_centre_id_slot_id_fkey" FOREIGN KEY ("centre_id", "slot_id") REFERENCES "slot"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_sheet" ADD CONSTRAINT "attendance_sheet_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_sheet" ADD CONSTRAINT "attendance_sheet_centre_id_slot_id_fkey" FOREIGN KEY ("centre_id", "slot_id") REFERENCES "slot"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "site_closure" ADD CONSTRAINT "site_closure_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "site_closure" ADD CONSTRAINT "site_closure_centre_id_site_id_fkey" FOREIGN KEY ("centre_id", "site_id") REFERENCES "site"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_centre_id_framework_version_id_fkey" FOREIGN KEY ("centre_id", "framework_version_id") REFERENCES "framework_version"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_centre_id_site_id_fkey" FOREIGN KEY ("centre_id", "site_id") REFERENCES "site"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "module_run" ADD CONSTRAINT "module_run_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "module_run" ADD CONSTRAINT "module_run_centre_id_cohort_id_fkey" FOREIGN KEY ("centre_id", "cohort_id") REFERENCES "cohort"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_centre_id_module_run_id_fkey" FOREIGN KEY ("centre_id", "module_run_id") REFERENCES "module_run"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_centre_id_cohort_id_fkey" FOREIGN KEY ("centre_id", "cohort_id") REFERENCES "cohort"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_centre_id_trainer_id_fkey" FOREIGN KEY ("centre_id", "trainer_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dispensation" ADD CONSTRAINT "dispensation_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dispensation" ADD CONSTRAINT "dispensation_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_centre_id_person_id_fkey" FOREIGN KEY ("centre_id", "person_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_centre_id_cohort_id_fkey" FOREIGN KEY ("centre_id", "cohort_id") REFERENCES "cohort"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "path_run" ADD CONSTRAINT "path_run_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "path_run" ADD CONSTRAINT "path_run_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "path_run" ADD CONSTRAINT "path_run_centre_id_module_run_id_fkey" FOREIGN KEY ("centre_id", "module_run_id") REFERENCES "module_run"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "employment" ADD CONSTRAINT "employment_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "employment" ADD CONSTRAINT "employment_centre_id_person_id_fkey" FOREIGN KEY ("centre_id", "person_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "employment" ADD CONSTRAINT "employment_centre_id_tutor_id_fkey" FOREIGN KEY ("centre_id", "tutor_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "deadline_suspension" ADD CONSTRAINT "deadline_suspension_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "deadline_suspension" ADD CONSTRAINT "deadline_suspension_centre_id_employment_id_fkey" FOREIGN KEY ("centre_id", "employment_id") REFERENCES "employment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "framework_version" ADD CONSTRAINT "framework_version_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "framework_version" ADD CONSTRAINT "framework_version_centre_id_copied_from_id_fkey" FOREIGN KEY ("centre_id", "copied_from_id") REFERENCES "framework_version"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "login_session" ADD CONSTRAINT "login_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learner_import" ADD CONSTRAINT "learner_import_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "learner_import" ADD CONSTRAINT "learner_import_centre_id_cohort_id_fkey" FOREIGN KEY ("centre_id", "cohort_id") REFERENCES "cohort"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_session" ADD CONSTRAINT "jury_session_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_session" ADD CONSTRAINT "jury_session_centre_id_framework_version_id_fkey" FOREIGN KEY ("centre_id", "framework_version_id") REFERENCES "framework_version"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_session" ADD CONSTRAINT "jury_session_centre_id_minutes_document_id_fkey" FOREIGN KEY ("centre_id", "minutes_document_id") REFERENCES "document"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_member" ADD CONSTRAINT "jury_member_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_member" ADD CONSTRAINT "jury_member_centre_id_jury_session_id_fkey" FOREIGN KEY ("centre_id", "jury_session_id") REFERENCES "jury_session"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_member" ADD CONSTRAINT "jury_member_centre_id_person_id_fkey" FOREIGN KEY ("centre_id", "person_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_candidate" ADD CONSTRAINT "jury_candidate_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_candidate" ADD CONSTRAINT "jury_candidate_centre_id_jury_session_id_fkey" FOREIGN KEY ("centre_id", "jury_session_id") REFERENCES "jury_session"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_candidate" ADD CONSTRAINT "jury_candidate_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_conflict" ADD CONSTRAINT "jury_conflict_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_conflict" ADD CONSTRAINT "jury_conflict_centre_id_jury_session_id_fkey" FOREIGN KEY ("centre_id", "jury_session_id") REFERENCES "jury_session"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_conflict" ADD CONSTRAINT "jury_conflict_centre_id_member_id_fkey" FOREIGN KEY ("centre_id", "member_id") REFERENCES "jury_member"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_conflict" ADD CONSTRAINT "jury_conflict_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_decision" ADD CONSTRAINT "jury_decision_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_decision" ADD CONSTRAINT "jury_decision_centre_id_jury_session_id_fkey" FOREIGN KEY ("centre_id", "jury_session_id") REFERENCES "jury_session"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_decision" ADD CONSTRAINT "jury_decision_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "resit_registration" ADD CONSTRAINT "resit_registration_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "resit_registration" ADD CONSTRAINT "resit_registration_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "resit_registration" ADD CONSTRAINT "resit_registration_centre_id_from_decision_id_fkey" FOREIGN KEY ("centre_id", "from_decision_id") REFERENCES "jury_decision"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "resit_registration" ADD CONSTRAINT "resit_registration_centre_id_jury_session_id_fkey" FOREIGN KEY ("centre_id", "jury_session_id") REFERENCES "jury_session"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_centre_id_person_id_fkey" FOREIGN KEY ("centre_id", "person_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_centre_id_person_id_fkey" FOREIGN KEY ("centre_id", "person_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "outbox_job" ADD CONSTRAINT "outbox_job_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_centre_id_person_id_fkey" FOREIGN KEY ("centre_id", "person_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_centre_id_person_id_fkey" FOREIGN KEY ("centre_id", "person_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_centre_id_mail_id_fkey" FOREIGN KEY ("centre_id", "mail_id") REFERENCES "mail"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
