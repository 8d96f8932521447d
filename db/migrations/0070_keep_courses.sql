CREATE SCHEMA "learning";
--> statement-breakpoint
CREATE TABLE "learning"."attempt_answers" (
	"attempt_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"act" text,
	"tree" jsonb,
	"marks" jsonb,
	CONSTRAINT "attempt_answers_attempt_id_number_pk" PRIMARY KEY("attempt_id","number"),
	CONSTRAINT "attempt_answers_act" CHECK (act is null or act in ('release', 'documents', 'examination')),
	CONSTRAINT "attempt_answers_whole" CHECK ((answered_at is null) = (act is null and marks is null)),
	CONSTRAINT "attempt_answers_marked" CHECK ((tree is null) = (marks is null))
);
--> statement-breakpoint
CREATE TABLE "learning"."course_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"user_name" text NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"begun_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "course_attempts_begun" CHECK (finished_at is null or begun_at is not null)
);
--> statement-breakpoint
CREATE TABLE "learning"."course_exercises" (
	"course_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"shown" jsonb NOT NULL,
	"truth" jsonb,
	CONSTRAINT "course_exercises_course_id_number_pk" PRIMARY KEY("course_id","number")
);
--> statement-breakpoint
CREATE TABLE "learning"."courses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"office_id" text NOT NULL,
	"plan" jsonb NOT NULL,
	"due_on" date NOT NULL,
	"set_by" uuid NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"row_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "courses_kind" CHECK (kind in ('clearance', 'profile'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "course_attempts_once" ON "learning"."course_attempts" USING btree ("course_id","user_id");--> statement-breakpoint
CREATE INDEX "course_attempts_of_user" ON "learning"."course_attempts" USING btree ("user_id","assigned_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "courses_by_office" ON "learning"."courses" USING btree ("office_id","set_at" DESC NULLS LAST);