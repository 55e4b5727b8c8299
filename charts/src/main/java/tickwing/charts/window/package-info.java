/** Windows. Everything in here lives on the event dispatch thread, but for what says otherwise. */
package tickwing.charts.window;
