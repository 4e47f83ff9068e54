-- CreateTable
CREATE TABLE "live_sessions" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "open_as" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "last_frame_at" TIMESTAMPTZ(3) NOT NULL,
    "ending_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "engine" JSON NOT NULL,
    "uses_client_time" BOOLEAN NOT NULL,
    "first_s" DOUBLE PRECISION NOT NULL,
    "frames" INTEGER NOT NULL DEFAULT 0,
    "frames_with_face" INTEGER NOT NULL DEFAULT 0,
    "next_face_id" INTEGER NOT NULL DEFAULT 1,
    "state" BYTEA,
    "report" JSON,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "live_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_frames" (
    "session_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "t_s" DOUBLE PRECISION NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "live_frames_pkey" PRIMARY KEY ("session_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "live_sessions_open_as_key" ON "live_sessions"("open_as");

-- CreateIndex
CREATE INDEX "live_sessions_key_id_name_started_at_idx" ON "live_sessions"("key_id", "name", "started_at" DESC);

-- CreateIndex
CREATE INDEX "live_sessions_expires_at_idx" ON "live_sessions"("expires_at");

-- CreateIndex
CREATE INDEX "live_frames_session_id_t_s_number_idx" ON "live_frames"("session_id", "t_s", "number");

-- AddForeignKey
ALTER TABLE "live_frames" ADD CONSTRAINT "live_frames_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "live_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
