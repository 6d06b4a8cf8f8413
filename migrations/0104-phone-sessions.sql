-- 手机上的登录: a session whose phone was opened for field work stays open for a shift; without a signal, or in a pocket, it cannot be used.
alter table session add column on_phone boolean not null default false;
