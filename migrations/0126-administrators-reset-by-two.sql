-- 重置管理员的密码和双因素: asked for by the security administrator, carried out by the system administrator.
alter table account_request drop constraint account_request_wish_check;
alter table account_request add constraint account_request_wish_check check (wish in ('suspend', 'shorten', 'reset'));
