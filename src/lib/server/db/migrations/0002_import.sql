CREATE TABLE `import_template` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`dataset_version_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`plan` text NOT NULL,
	`proposal` text NOT NULL,
	`operations` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dataset_version_id`) REFERENCES `dataset_version`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `template_fingerprint` ON `import_template` (`workspace_id`,`fingerprint`);--> statement-breakpoint
CREATE TABLE `text_review` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`dataset_version_id` text NOT NULL,
	`variable` text NOT NULL,
	`row` integer NOT NULL,
	`state` text NOT NULL,
	`quote` text,
	`reviewed_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`dataset_version_id`) REFERENCES `dataset_version`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `text_review_place` ON `text_review` (`dataset_version_id`,`variable`,`row`);--> statement-breakpoint
CREATE TABLE `weighting` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`dataset_version_id` text NOT NULL,
	`method` text NOT NULL,
	`request` text NOT NULL,
	`report` text NOT NULL,
	`weights` blob NOT NULL,
	`weights_sha256` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`dataset_version_id`) REFERENCES `dataset_version`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `weighting_by_version` ON `weighting` (`dataset_version_id`);--> statement-breakpoint
ALTER TABLE `dataset_version` ADD `companions` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `dataset_version` ADD `repeat_of` text;--> statement-breakpoint
ALTER TABLE `import_draft` ADD `operations` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `import_draft` ADD `operation_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `import_draft` ADD `template_id` text;