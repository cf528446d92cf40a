package org.shangbao.client.application.keeping;

/** Whether the user of the operating system can open the folder when the password is forgotten. */
public enum UserAccess {
    /** Nobody was allowed to. */
    OFF,
    /** The one who is signed in now can. */
    HERE,
    /** Another user, or this one on another computer, was allowed to; the one who is signed in now cannot. */
    ELSEWHERE,
    /** Somebody was allowed to; the operating system's keeping does not answer now. */
    SILENT
}
