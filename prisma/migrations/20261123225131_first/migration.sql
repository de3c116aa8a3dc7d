-- CreateEnum
CREATE TYPE "Role" AS ENUM ('reader', 'planner', 'agency', 'admin');

-- CreateEnum
CREATE TYPE "JobState" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "JobEventKind" AS ENUM ('queued', 'started', 'progress', 'resumed', 'done', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "Workspace" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessToken" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Place" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "municipalityCode" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "countyCode" TEXT NOT NULL,
    "county" TEXT NOT NULL,
    "population" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Scenario" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Scenario_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScenarioShare" (
    "id" UUID NOT NULL,
    "scenarioId" UUID NOT NULL,
    "workspaceId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ScenarioShare_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "scenarioId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "parentId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "author" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "labelSv" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "data" JSONB NOT NULL,
    "textHash" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "shops" INTEGER NOT NULL,
    "alternatives" INTEGER NOT NULL,
    "years" INTEGER NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reading" (
    "revisionId" UUID NOT NULL,
    "shippedModel" TEXT NOT NULL,
    "modelHash" TEXT NOT NULL,
    "scenarioHash" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "villageYears" INTEGER NOT NULL,
    "alternatives" JSONB NOT NULL,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("revisionId","shippedModel")
);

-- CreateTable
CREATE TABLE "ModelVersion" (
    "hash" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "files" JSONB NOT NULL,

    CONSTRAINT "ModelVersion_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Comparison" (
    "id" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "resultId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Comparison_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Result" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "numbersKey" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "modelHash" TEXT NOT NULL,
    "scenarioHash" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "draws" INTEGER NOT NULL,
    "inner" INTEGER NOT NULL,
    "breakEvenFutures" INTEGER,
    "resultHash" TEXT NOT NULL,
    "document" BYTEA NOT NULL,
    "villageDrawYears" BIGINT NOT NULL,
    "engineMs" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "comparisonId" UUID,
    "requestedBy" TEXT NOT NULL,
    "state" "JobState" NOT NULL DEFAULT 'queued',
    "seed" TEXT,
    "draws" INTEGER NOT NULL,
    "inner" INTEGER NOT NULL,
    "breakEvenFutures" INTEGER,
    "futuresDone" INTEGER NOT NULL DEFAULT 0,
    "futures" INTEGER NOT NULL DEFAULT 0,
    "doneAround" TIMESTAMPTZ(3),
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "deaths" INTEGER NOT NULL DEFAULT 0,
    "defects" INTEGER NOT NULL DEFAULT 0,
    "lastEvent" INTEGER NOT NULL DEFAULT 0,
    "cancelAskedAt" TIMESTAMPTZ(3),
    "problem" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobEvent" (
    "jobId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" "JobEventKind" NOT NULL,
    "futuresDone" INTEGER NOT NULL,
    "futures" INTEGER NOT NULL,
    "etaMs" INTEGER,
    "message" TEXT NOT NULL,

    CONSTRAINT "JobEvent_pkey" PRIMARY KEY ("jobId","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_slug_key" ON "Workspace"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "AccessToken_hash_key" ON "AccessToken"("hash");

-- CreateIndex
CREATE INDEX "AccessToken_workspaceId_idx" ON "AccessToken"("workspaceId");

-- CreateIndex
CREATE INDEX "Place_folded_idx" ON "Place"("folded");

-- CreateIndex
CREATE INDEX "Place_municipalityCode_idx" ON "Place"("municipalityCode");

-- CreateIndex
CREATE INDEX "Place_population_idx" ON "Place"("population");

-- CreateIndex
CREATE INDEX "Place_latitude_longitude_idx" ON "Place"("latitude", "longitude");

-- CreateIndex
CREATE UNIQUE INDEX "Scenario_workspaceId_slug_key" ON "Scenario"("workspaceId", "slug");

-- CreateIndex
CREATE INDEX "ScenarioShare_workspaceId_idx" ON "ScenarioShare"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "ScenarioShare_scenarioId_workspaceId_key" ON "ScenarioShare"("scenarioId", "workspaceId");

-- CreateIndex
CREATE INDEX "Revision_parentId_idx" ON "Revision"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_scenarioId_number_key" ON "Revision"("scenarioId", "number");

-- CreateIndex
CREATE INDEX "Comparison_resultId_idx" ON "Comparison"("resultId");

-- CreateIndex
CREATE UNIQUE INDEX "Comparison_revisionId_resultId_key" ON "Comparison"("revisionId", "resultId");

-- CreateIndex
CREATE UNIQUE INDEX "Result_key_key" ON "Result"("key");

-- CreateIndex
CREATE INDEX "Result_numbersKey_idx" ON "Result"("numbersKey");

-- CreateIndex
CREATE INDEX "Result_resultHash_idx" ON "Result"("resultHash");

-- CreateIndex
CREATE INDEX "Job_workspaceId_idx" ON "Job"("workspaceId");

-- CreateIndex
CREATE INDEX "Job_state_idx" ON "Job"("state");

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScenarioShare" ADD CONSTRAINT "ScenarioShare_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "Scenario"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScenarioShare" ADD CONSTRAINT "ScenarioShare_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "Scenario"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comparison" ADD CONSTRAINT "Comparison_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comparison" ADD CONSTRAINT "Comparison_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "Result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_comparisonId_fkey" FOREIGN KEY ("comparisonId") REFERENCES "Comparison"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobEvent" ADD CONSTRAINT "JobEvent_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
