package tickwing.charts.window;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import tickwing.charts.draw.GridPainter;
import tickwing.common.text.Printable;

/**
 * The names of all charts, with a field to search them; those selected are drawn, at most {@link GridPainter#MOST}.
 * With no more names than that there is nothing to choose: the list hides, and all are drawn.
 */
final class SymbolList extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JTextField search = new JTextField();
    private final DefaultListModel<String> model = new DefaultListModel<>();
    private final JList<String> list = new JList<>(model);
    private transient List<String> names = List.of();
    private final transient Set<String> chosen = new LinkedHashSet<>();
    private final transient Runnable changed;
    private boolean filling;

    /** @param changed called when other charts are chosen */
    SymbolList(Runnable changed) {
        super(new BorderLayout(0, 6));
        this.changed = changed;
        search.setName("search");
        search.putClientProperty("JTextField.placeholderText", "Search symbols");
        search.putClientProperty("JTextField.showClearButton", true);
        search.getDocument().addDocumentListener(new OnChange(this::fill));
        list.setName("symbols");
        list.setCellRenderer(new Names());
        list.setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
        list.addListSelectionListener(e -> choose());
        list.setToolTipText("Ctrl or Shift and click: up to " + GridPainter.MOST + " at once");
        add(search, BorderLayout.NORTH);
        add(new JScrollPane(list), BorderLayout.CENTER);
        setPreferredSize(new Dimension(150, 100));
        setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 4));
        setVisible(false);
    }

    void setNames(List<String> all) {
        if (!all.equals(names)) {
            names = List.copyOf(all);
            chosen.retainAll(names);
            if (chosen.isEmpty()) {
                names.stream().limit(GridPainter.MOST).forEach(chosen::add);
            }
            setVisible(names.size() > GridPainter.MOST);
            fill();
        }
    }

    /** The names of the charts that are to be drawn, in order. */
    List<String> chosen() {
        return isVisible() ? names.stream().filter(chosen::contains).toList() : names;
    }

    void focusSearch() {
        search.requestFocusInWindow();
        search.selectAll();
    }

    private void fill() {
        filling = true;
        String wanted = search.getText().trim().toUpperCase(Locale.ROOT);
        List<String> found = names.stream()
                .filter(name -> name.toUpperCase(Locale.ROOT).contains(wanted))
                .toList();
        model.clear();
        model.addAll(found);
        List<Integer> selected = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (chosen.contains(found.get(i))) {
                selected.add(i);
            }
        }
        list.setSelectedIndices(selected.stream().mapToInt(Integer::intValue).toArray());
        filling = false;
    }

    private void choose() {
        List<String> selected = list.getSelectedValuesList();
        if (!filling && !selected.isEmpty()) {
            chosen.clear();
            selected.stream().limit(GridPainter.MOST).forEach(chosen::add);
            changed.run();
        }
    }

    /** Shows the names so that each keeps to its line. */
    private static final class Names extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getListCellRendererComponent(
                JList<?> of, Object name, int index, boolean isSelected, boolean hasFocus) {
            return super.getListCellRendererComponent(
                    of, Printable.of(String.valueOf(name)), index, isSelected, hasFocus);
        }
    }

    /** Whatever changes in a document, the same is done. */
    private record OnChange(Runnable action) implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent e) {
            action.run();
        }

        @Override
        public void removeUpdate(DocumentEvent e) {
            action.run();
        }

        @Override
        public void changedUpdate(DocumentEvent e) {
            action.run();
        }
    }
}
