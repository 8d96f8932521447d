ALTER TABLE "risk"."profile_back_tests" ALTER COLUMN "version" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "risk"."profile_back_tests" ADD COLUMN "tree" jsonb;--> statement-breakpoint
ALTER TABLE "risk"."profile_back_tests" ADD CONSTRAINT "profile_back_tests_of" CHECK ((version is null) = (tree is not null));