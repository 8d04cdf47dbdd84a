//! The schema of a workspace, as an ordered list of changes. `README.md` has the rules.

mod m0001_success_plan;
mod m0002_first_floor;
mod m0003_dependency;
mod m0004_command_plan;
mod m0005_template;
mod m0006_plan_version;
mod m0007_planning;
mod m0008_touchpoint;
mod m0009_checklist;
mod m0010_onboarding;
mod m0011_step_files;
mod m0012_files_of_steps;
mod m0013_trust;
mod m0014_today;
mod m0015_home;

use sea_orm_migration::{MigrationTrait, MigratorTrait, async_trait};

/// All changes in order. The number of them is the file's `user_version`.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_success_plan::Migration),
            Box::new(m0002_first_floor::Migration),
            Box::new(m0003_dependency::Migration),
            Box::new(m0004_command_plan::Migration),
            Box::new(m0005_template::Migration),
            Box::new(m0006_plan_version::Migration),
            Box::new(m0007_planning::Migration),
            Box::new(m0008_touchpoint::Migration),
            Box::new(m0009_checklist::Migration),
            Box::new(m0010_onboarding::Migration),
            Box::new(m0011_step_files::Migration),
            Box::new(m0012_files_of_steps::Migration),
            Box::new(m0013_trust::Migration),
            Box::new(m0014_today::Migration),
            Box::new(m0015_home::Migration),
        ]
    }
}

/// The `user_version` that this program writes; it refuses a file with a higher one.
#[must_use]
pub fn latest() -> i64 {
    i64::try_from(Migrator::migrations().len()).unwrap_or(i64::MAX)
}

/// Marks a file as a Cairn workspace: "Carn" in ASCII, as SQLite's `application_id`.
pub const APPLICATION_ID: i64 = 0x4361_726e;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_migration_runs_in_a_transaction() {
        for migration in Migrator::migrations() {
            assert_eq!(
                migration.use_transaction(),
                Some(true),
                "{}: SQLite's default would leave half a migration behind",
                migration.name()
            );
        }
    }

    #[test]
    fn names_are_numbered_in_order() {
        for (index, migration) in Migrator::migrations().iter().enumerate() {
            let number = format!("m{:04}_", index + 1);
            assert!(migration.name().starts_with(&number), "{} should start {number}", migration.name());
        }
    }
}
