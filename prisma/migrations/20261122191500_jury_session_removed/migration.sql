-- A session prepared by mistake is taken away; one that has decided something stays (triggers).
insert into jalon.table_rights (table_name, may_delete) values ('jury_session', true);
select jalon.secure_tables();
