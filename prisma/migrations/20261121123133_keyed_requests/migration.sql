-- CreateTable
CREATE TABLE "keyed_requests" (
    "project_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "head_hash" TEXT NOT NULL,
    "payload_hash" TEXT,
    "alive_until" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "body" JSON,
    "location" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "keyed_requests_pkey" PRIMARY KEY ("project_id","key")
);

-- CreateIndex
CREATE INDEX "keyed_requests_expires_at_idx" ON "keyed_requests"("expires_at");
