// What JavaScript adds to every page. Everything but drag, map layout and charts works without it.
import "./offline.js";
import "./forms.js";
import "./shell.js";
import "./dialogs.js";
import "./toasts.js";
import "./palette.js";
import "./mention.js";
import "./files.js";
import "./composer.js";
import "./log.js";
import "./tables.js";
import "./rows.js";
import "./cells.js";
import "./columns.js";
import "./shortcuts.js";
