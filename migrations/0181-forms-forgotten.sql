-- 部门报表 out of use: after the days of the setting its file goes with who was picked and whom its fillings were about; when, stands here.
alter table form alter column file_id drop not null;
alter table form add column file_removed_at timestamptz;
