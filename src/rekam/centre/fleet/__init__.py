"""What people and stations do with sets and components: every act checked by the one table, nothing half."""
