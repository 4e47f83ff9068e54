-- AlterTable
ALTER TABLE "analyses" ADD COLUMN     "frames_done" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "frames_expected" INTEGER,
ADD COLUMN     "segments" INTEGER,
ADD COLUMN     "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "turn" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "video_deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "video_expires_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "api_keys" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL DEFAULT 'default',
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE INDEX "api_keys_project_id_idx" ON "api_keys"("project_id");

-- CreateIndex
CREATE INDEX "analyses_status_project_id_idx" ON "analyses"("status", "project_id");

-- CreateIndex
CREATE INDEX "analyses_expires_at_idx" ON "analyses"("expires_at");

-- CreateIndex
CREATE INDEX "analyses_video_expires_at_idx" ON "analyses"("video_expires_at");
