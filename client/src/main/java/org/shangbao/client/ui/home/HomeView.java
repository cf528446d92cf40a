package org.shangbao.client.ui.home;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.FileDrop;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.MovingColumns;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.PackageDesk;
import org.shangbao.client.ui.desk.PackageLines;
import org.shangbao.client.ui.home.HomeViewModel.DrillLine;
import org.shangbao.client.ui.home.HomeViewModel.LinkCard;
import org.shangbao.client.ui.home.HomeViewModel.OwedLine;
import org.shangbao.client.ui.home.HomeViewModel.PastReport;
import org.shangbao.client.ui.home.HomeViewModel.ReasonLine;
import org.shangbao.client.ui.home.HomeViewModel.TaskCard;
import org.shangbao.client.ui.shell.BodyScreen;
import org.shangbao.client.ui.shell.StepBar;
import org.shangbao.wire.v1.transfer.TransferPackage;

/** The home screen: the task, earlier reports, and at the side what waits and whom to call. */
final class HomeView extends ScrollPane implements BodyScreen.Body {
    private static final double SIDE = 328;

    private final HomeViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final VBox main = new VBox(16);
    private final VBox side = new VBox(16);
    private final Button primary;
    private final Subscription subscription;
    private boolean isFocusWanted;

    HomeView(HomeViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        primary = controls.primary(viewModel.primary());
        primary.getStyleClass().add("large");
        primary.setId("home-primary");
        MovingColumns columns = new MovingColumns(main, side, SIDE, 16);
        columns.setPadding(new Insets(16));
        setContent(columns);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        FileDrop.onto(this, TransferPackage.SUFFIX, viewModel.packages()::take);
        // each half is built once to begin with, by the last of its parts
        subscription = Subscription.combine(viewModel.cardProperty().subscribe((was, card) -> showMain()),
                viewModel.pastProperty().subscribe((was, reports) -> showMain()),
                viewModel.othersProperty().subscribe((was, owed) -> showMain()),
                viewModel.lookProperty().subscribe(look -> showMain()),
                viewModel.linkProperty().subscribe((was, link) -> showSide()),
                viewModel.packages().toldProperty().subscribe((was, told) -> showSide()),
                viewModel.drillsProperty().subscribe(drills -> showSide()));
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        viewModel.hidden();
    }

    /** Gives the blue button the focus, now or as soon as the tasks were read and it stands on the screen. */
    @Override
    public void focusFirst() {
        isFocusWanted = primary.getScene() == null;
        primary.requestFocus();
    }

    private void showMain() {
        boolean focused = primary.isFocused() || isFocusWanted;
        main.getChildren().clear();
        TaskCard card = viewModel.cardProperty().get();
        if (card == null) {
            VBox none = new VBox(4, controls.label(messages.text("home.none"), "headline"),
                    controls.label(messages.text("home.noneHint"), "secondary"));
            none.getStyleClass().add("card");
            main.getChildren().add(none);
        } else {
            main.getChildren().add(task(card));
        }
        PreReviewLines look = viewModel.lookProperty().get();
        if (look != null) {
            main.getChildren().add(new PreReviewCard(viewModel, messages, controls).of(look));
        }
        if (!viewModel.othersProperty().get().isEmpty()) {
            main.getChildren().add(others(viewModel.othersProperty().get()));
        }
        if (!viewModel.pastProperty().get().isEmpty()) {
            main.getChildren().add(past(viewModel.pastProperty().get()));
        }
        if (focused && primary.getScene() != null) {
            isFocusWanted = false;
            primary.requestFocus();
        }
    }

    private Node task(TaskCard card) {
        Label title = controls.label(messages.text(card.title()), "headline");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = Controls.row(12, title, controls.chip(card.mark(), card.state()), Controls.grow());
        Label left = controls.label(card.left(), "headline");
        left.setMinWidth(Region.USE_PREF_SIZE);
        if (card.urgent()) {
            left.getStyleClass().add("red");
        }
        head.getChildren().add(left);
        HBox facts = Controls.row(12, controls.label(messages.text(card.progress()), "secondary"), Controls.grow(),
                controls.label(messages.text(card.due()), "secondary"));
        VBox box = new VBox(head, facts);
        VBox.setMargin(facts, new Insets(2, 0, 12, 0));
        box.getStyleClass().addAll("card", "edge-" + card.edge());
        box.setPadding(new Insets(18, 24, 20, 24));
        if (card.returned()) {
            card.reasons().forEach(reason -> box.getChildren().add(reason(reason)));
        } else {
            StepBar steps = new StepBar(messages, controls);
            steps.getStyleClass().setAll("card-steps");
            steps.show(card.steps(), null, name -> {});
            box.getChildren().add(steps);
            if (!card.groups().isEmpty()) {
                GridPane tiles = tiles(card);
                VBox.setMargin(tiles, new Insets(12, 0, 0, 0));
                box.getChildren().add(tiles);
            }
        }
        HBox foot = Controls.row(16, primary);
        if (card.returned() && !viewModel.abovePhone().isEmpty()) {
            Label call = controls.mark(Mark.TELEPHONE, Text.of("home.returned.call", viewModel.abovePhone()));
            call.setMinWidth(Region.USE_PREF_SIZE);
            foot.getChildren().add(call);
        }
        Label words = controls.wrapping(messages.text(card.returned() ? card.kept() : card.hint()), "secondary");
        HBox.setHgrow(words, Priority.ALWAYS);
        foot.getChildren().add(words);
        VBox.setMargin(foot, new Insets(16, 0, 0, 0));
        box.getChildren().add(foot);
        return box;
    }

    private Node reason(ReasonLine reason) {
        Label code = controls.label(reason.code(), "strong");
        code.setMinWidth(controls.px(60));
        Label name = controls.wrapping(messages.text(reason.name()));
        name.setMinWidth(150);
        name.setPrefWidth(200);
        name.setMaxWidth(200);
        Label value = controls.label(messages.text(reason.value()), "strong");
        value.setMinWidth(116);
        value.setAlignment(Pos.CENTER_RIGHT);
        Label words = controls.wrapping(reason.words());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox row = Controls.row(12, controls.shape(Mark.RETURNED, Mark.RETURNED.word()), code, name, value, words,
                controls.link(Text.of("home.correct"), () -> viewModel.correct(reason.code())));
        row.getStyleClass().add("reason-row");
        return row;
    }

    private GridPane tiles(TaskCard card) {
        GridPane tiles = new GridPane();
        tiles.getStyleClass().add("tiles");
        int column = 0;
        for (HomeViewModel.GroupTile group : card.groups()) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / card.groups().size());
            tiles.getColumnConstraints().add(share);
            Label name = controls.wrapping(messages.text("home.tile.name", group.number(), group.name()));
            name.setMaxWidth(Double.MAX_VALUE);
            VBox tile = new VBox(3, name,
                    Controls.row(8, controls.label(group.filled(), "strong"), controls.mark(group.mark(), group.word())));
            tile.getStyleClass().add("tile");
            if (column > 0) {
                tile.getStyleClass().add("later");
            }
            tiles.add(tile, column, 0);
            column++;
        }
        return tiles;
    }

    private Node others(List<OwedLine> owed) {
        Label title = controls.label(messages.text("home.owed"), "strong");
        VBox.setMargin(title, new Insets(10, 16, 10, 16));
        VBox box = new VBox(title);
        for (OwedLine line : owed) {
            Label left = controls.label(line.left(), "strong");
            left.setMinWidth(Region.USE_PREF_SIZE);
            if (line.urgent()) {
                left.getStyleClass().add("red");
            }
            Label progress = controls.label(messages.text(line.progress()), "secondary");
            HBox row = Controls.row(12, controls.label(messages.text(line.title()), "strong"), controls.chip(line.mark(), line.state()),
                    progress, Controls.grow(), left, controls.small(new Action(line.next(), "", () -> viewModel.goOn(line.task()))));
            row.getStyleClass().add("owed-row");
            box.getChildren().add(row);
        }
        box.getStyleClass().addAll("card", "table-card");
        return box;
    }

    private Node past(List<PastReport> reports) {
        GridPane table = new GridPane();
        for (double width : new double[]{ 17, 26, 30, 18, 9 }) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(width);
            table.getColumnConstraints().add(column);
        }
        int line = 0;
        for (String key : List.of("home.past.period", "home.past.state", "home.past.story", "home.past.paper")) {
            table.add(cell(controls.label(messages.text(key), "table-head"), "head-cell"), line, 0);
            line++;
        }
        table.add(cell(new Label(), "head-cell"), line, 0);
        line = 1;
        for (PastReport report : reports) {
            table.add(cell(controls.label(messages.text(report.period()), "strong"), "body-cell"), 0, line);
            Label state = controls.mark(report.mark(), report.state());
            state.setWrapText(true);
            table.add(cell(state, "body-cell"), 1, line);
            table.add(cell(controls.wrapping(messages.text(report.story()), "secondary"), "body-cell"), 2, line);
            table.add(cell(controls.wrapping(messages.text(report.paper()), "secondary"), "body-cell"), 3, line);
            table.add(cell(controls.link(Text.of("home.past.view"), () -> viewModel.view(report.task())), "body-cell"), 4, line);
            line++;
        }
        Label title = controls.label(messages.text("home.past"), "strong");
        VBox.setMargin(title, new Insets(10, 16, 10, 16));
        VBox box = new VBox(title, table);
        box.getStyleClass().addAll("card", "table-card");
        return box;
    }

    private static Node cell(Node content, String styleClass) {
        HBox cell = Controls.row(0, content);
        cell.getStyleClass().add(styleClass);
        return cell;
    }

    private void showSide() {
        LinkCard link = viewModel.linkProperty().get();
        Label words = controls.wrapping(messages.text(link.words()));
        HBox line = new HBox(8, controls.shape(link.mark(), link.mark().word()), words);
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox exchange = new VBox(6, controls.label(messages.text("home.link"), "strong"), line);
        link.waiting().forEach(item -> exchange.getChildren().add(controls.wrapping(messages.text(item), "secondary")));
        Button now = controls.small(viewModel.exchangeAction(), "fth-refresh-cw");
        now.setId("home-exchange");
        Button take = controls.small(viewModel.packages().takeAction(), "fth-download");
        take.setId("home-take");
        exchange.getChildren().addAll(controls.wrapping(messages.text("home.link.offline"), "hint"), new FlowPane(8, 8, now, take));
        exchange.getStyleClass().add("card");
        side.getChildren().setAll(exchange);
        PackageDesk.Told told = viewModel.packages().toldProperty().get();
        if (!told.lines().isEmpty()) {
            exchange.getChildren().add(new PackageLines(told, messages, controls));
        }
        if (!viewModel.aboveName().isEmpty()) {
            VBox above = new VBox(6, controls.label(messages.text("home.above"), "strong"), controls.label(viewModel.aboveName()));
            if (!viewModel.abovePhone().isEmpty()) {
                Label phone = controls.mark(Mark.TELEPHONE, Text.plain(viewModel.abovePhone()));
                phone.getStyleClass().setAll("label", "section");
                above.getChildren().add(phone);
            }
            above.getStyleClass().add("card");
            side.getChildren().add(above);
        }
        for (DrillLine drill : viewModel.drillsProperty().get()) {
            VBox about = new VBox(2, controls.wrapping(messages.text(drill.title()), "strong"),
                    controls.wrapping(messages.text("home.drill.apart"), "secondary"));
            HBox.setHgrow(about, Priority.ALWAYS);
            HBox box = Controls.row(8, about, controls.link(Text.of("home.drill.open"), () -> viewModel.goOn(drill.task())));
            box.getStyleClass().add("drill-card");
            side.getChildren().add(box);
        }
    }
}
