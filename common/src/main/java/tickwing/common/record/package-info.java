/** What a record or row is before and after it is read: the bytes of its value, and what became of them. */
package tickwing.common.record;
