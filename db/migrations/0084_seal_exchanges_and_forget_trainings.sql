ALTER TABLE "cooperation"."counterparts" RENAME COLUMN "match_secret" TO "sealed_match_secret";--> statement-breakpoint
ALTER TABLE "cooperation"."identities" RENAME COLUMN "private_pem" TO "sealed_key";--> statement-breakpoint
ALTER TABLE "privacy"."erasure_batches" DROP CONSTRAINT "erasure_batches_kind";--> statement-breakpoint
ALTER TABLE "privacy"."erasure_batches" ADD CONSTRAINT "erasure_batches_kind" CHECK (kind in ('consignments', 'attachments', 'submissions', 'refused_records', 'histories', 'trainings'));