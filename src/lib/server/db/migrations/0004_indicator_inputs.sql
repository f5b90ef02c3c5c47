CREATE TABLE `benchmark` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`topic` text NOT NULL,
	`place` text NOT NULL,
	`value` real NOT NULL,
	`moe` real,
	`source` text NOT NULL,
	`date` text NOT NULL,
	`note` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `benchmark_place` ON `benchmark` (`workspace_id`,`kind`,`topic`,`place`,`date`);--> statement-breakpoint
CREATE TABLE `policy_review` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`policy` text NOT NULL,
	`kind` text NOT NULL,
	`clause` text NOT NULL,
	`coder` text NOT NULL,
	`score` real NOT NULL,
	`document` text NOT NULL,
	`date` text NOT NULL,
	`note` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `policy_review_policy` ON `policy_review` (`workspace_id`,`policy`);--> statement-breakpoint
ALTER TABLE `indicator_mapping` ADD `level` text;--> statement-breakpoint
ALTER TABLE `indicator_mapping` ADD `level_rule` text;