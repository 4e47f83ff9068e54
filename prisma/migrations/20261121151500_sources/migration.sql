-- AlterTable
ALTER TABLE "analyses" ADD COLUMN     "source_url" TEXT,
ALTER COLUMN "video_bytes" DROP NOT NULL;
