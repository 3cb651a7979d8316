// How claims are judged: each is put in one of three classes.

import { answerClasses } from "../sort/view.js";
import { views } from "../views.js";

views.judge = answerClasses;
