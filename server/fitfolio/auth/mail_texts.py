"""Every sentence of the mails, in both languages."""

from __future__ import annotations

TEXTS: dict[str, dict[str, dict[str, str]]] = {
    "en": {
        "sign_in": {
            "subject": "Sign in to FitFolio: {code}",
            "hello": "Somebody, hopefully you, wants to sign in to FitFolio with this address.",
            "link": "Open this link and press the button:",
            "code": "Or type this code where you asked for it:",
            "end": "Both work once and for {minutes} minutes. If it was not you, do nothing.",
            "button": "Sign in",
        },
        "proof": {
            "subject": "Confirm that it is you: {code}",
            "hello": "Something in your FitFolio account needs proof that it is you.",
            "code": "Type this code where you were asked for it:",
            "end": "It works once and for {minutes} minutes. If it was not you, sign out your "
            "other devices: somebody uses one of them.",
        },
        "invite": {
            "subject": "You are invited to FitFolio",
            "hello": "{inviter} invites you to FitFolio, a strength-training log.",
            "link": "Open this link and press the button:",
            "end": "It works once and for {days} days. If you do not know what this is, do nothing.",
            "button": "Accept the invitation",
        },
        "email_old": {
            "subject": "Confirm your new FitFolio address",
            "hello": "Your FitFolio account is to move from this address to {email}.",
            "link": "If that is what you want, open this link and press the button:",
            "end": "It works once and for {hours} hours. If it was not you, do nothing and sign "
            "out your other devices.",
            "button": "Move to the new address",
        },
        "email_new": {
            "subject": "Confirm this address for FitFolio",
            "hello": "A FitFolio account is to move to this address.",
            "link": "If that is what you want, open this link and press the button:",
            "end": "It works once and for {hours} hours. If it was not you, do nothing.",
            "button": "Confirm this address",
        },
        "test": {
            "subject": "FitFolio test",
            "hello": "This is a test. FitFolio can send mail.",
            "end": "Nothing needs to be done.",
        },
        "passkey_added": {
            "subject": "A passkey was added to your FitFolio account",
            "hello": "The passkey “{detail}” can now sign in to your account.",
            "end": "{device}. If it was not you, sign in, remove it and sign out other devices.",
        },
        "passkey_removed": {
            "subject": "A passkey was removed from your FitFolio account",
            "hello": "The passkey “{detail}” can no longer sign in to your account.",
            "end": "{device}. If it was not you, sign in and sign out your other devices.",
        },
        "passkey_clone": {
            "subject": "A passkey of your FitFolio account may have been copied",
            "hello": "The passkey “{detail}” counted backwards, as a copy of it would.",
            "end": "{device}. If you are not sure why, remove it and add a new one.",
        },
        "new_device": {
            "subject": "A new device signed in to FitFolio",
            "hello": "A passkey signed in on a device that was not used before.",
            "end": "{device}. If it was not you, sign in, sign out other devices and remove the "
            "passkey.",
        },
        "identity_linked": {
            "subject": "Your FitFolio account has a new way in",
            "hello": "Somebody with your address has signed in through {detail}, which can now "
            "always enter your account.",
            "end": "{device}. If it was not you, sign in by mail, remove it in the settings and "
            "sign out other devices.",
        },
        "identity_unlinked": {
            "subject": "A way into your FitFolio account was removed",
            "hello": "Your identity at {detail} was removed from your account.",
            "end": "{device}. If it was not you, sign in and sign out your other devices.",
        },
        "token_created": {
            "subject": "An API token was made for your FitFolio account",
            "hello": "The token “{detail}” can now use your account.",
            "end": "{device}. If it was not you, sign in and revoke it.",
        },
        "email_changed": {
            "subject": "Your FitFolio account has moved",
            "hello": "Your account has moved to {detail}. This address cannot sign in any more.",
            "end": "{device}. If it was not you, tell whoever hosts your FitFolio at once.",
        },
        "deletion_scheduled": {
            "subject": "Your FitFolio account will be deleted",
            "hello": "Your account and everything in it will be deleted on {detail}.",
            "end": "{device}. Until then you can sign in and keep it.",
        },
    },
    "de": {
        "sign_in": {
            "subject": "Bei FitFolio anmelden: {code}",
            "hello": "Jemand, hoffentlich du, möchte sich mit dieser Adresse bei FitFolio anmelden.",
            "link": "Öffne diesen Link und drücke den Knopf:",
            "code": "Oder tippe diesen Code dort ein, wo du ihn angefordert hast:",
            "end": "Beides gilt einmal und {minutes} Minuten lang. Warst du es nicht, tu nichts.",
            "button": "Anmelden",
        },
        "proof": {
            "subject": "Bestätige, dass du es bist: {code}",
            "hello": "Etwas in deinem FitFolio-Konto braucht den Beweis, dass du es bist.",
            "code": "Tippe diesen Code dort ein, wo danach gefragt wurde:",
            "end": "Er gilt einmal und {minutes} Minuten lang. Warst du es nicht, melde deine "
            "anderen Geräte ab: Jemand benutzt eines davon.",
        },
        "invite": {
            "subject": "Du bist zu FitFolio eingeladen",
            "hello": "{inviter} lädt dich zu FitFolio ein, einem Trainingstagebuch für Krafttraining.",
            "link": "Öffne diesen Link und drücke den Knopf:",
            "end": "Er gilt einmal und {days} Tage lang. Sagt dir das nichts, tu nichts.",
            "button": "Einladung annehmen",
        },
        "email_old": {
            "subject": "Bestätige deine neue FitFolio-Adresse",
            "hello": "Dein FitFolio-Konto soll von dieser Adresse zu {email} umziehen.",
            "link": "Wenn du das möchtest, öffne diesen Link und drücke den Knopf:",
            "end": "Er gilt einmal und {hours} Stunden lang. Warst du es nicht, tu nichts und "
            "melde deine anderen Geräte ab.",
            "button": "Zur neuen Adresse umziehen",
        },
        "email_new": {
            "subject": "Bestätige diese Adresse für FitFolio",
            "hello": "Ein FitFolio-Konto soll zu dieser Adresse umziehen.",
            "link": "Wenn du das möchtest, öffne diesen Link und drücke den Knopf:",
            "end": "Er gilt einmal und {hours} Stunden lang. Warst du es nicht, tu nichts.",
            "button": "Diese Adresse bestätigen",
        },
        "test": {
            "subject": "FitFolio-Test",
            "hello": "Das ist ein Test. FitFolio kann Mails verschicken.",
            "end": "Du musst nichts tun.",
        },
        "passkey_added": {
            "subject": "Deinem FitFolio-Konto wurde ein Passkey hinzugefügt",
            "hello": "Der Passkey „{detail}“ kann sich jetzt bei deinem Konto anmelden.",
            "end": "{device}. Warst du es nicht, melde dich an, entferne ihn und melde andere "
            "Geräte ab.",
        },
        "passkey_removed": {
            "subject": "Ein Passkey wurde aus deinem FitFolio-Konto entfernt",
            "hello": "Der Passkey „{detail}“ kann sich nicht mehr bei deinem Konto anmelden.",
            "end": "{device}. Warst du es nicht, melde dich an und melde andere Geräte ab.",
        },
        "passkey_clone": {
            "subject": "Ein Passkey deines FitFolio-Kontos wurde vielleicht kopiert",
            "hello": "Der Passkey „{detail}“ hat rückwärts gezählt, wie es eine Kopie täte.",
            "end": "{device}. Weißt du nicht, warum, entferne ihn und füge einen neuen hinzu.",
        },
        "new_device": {
            "subject": "Ein neues Gerät hat sich bei FitFolio angemeldet",
            "hello": "Ein Passkey hat sich auf einem Gerät angemeldet, das bisher nicht benutzt wurde.",
            "end": "{device}. Warst du es nicht, melde dich an, melde andere Geräte ab und "
            "entferne den Passkey.",
        },
        "identity_linked": {
            "subject": "Dein FitFolio-Konto hat einen neuen Zugang",
            "hello": "Jemand mit deiner Adresse hat sich über {detail} angemeldet und kommt damit "
            "von jetzt an in dein Konto.",
            "end": "{device}. Warst du es nicht, melde dich per Mail an, entferne den Zugang in den "
            "Einstellungen und melde andere Geräte ab.",
        },
        "identity_unlinked": {
            "subject": "Ein Zugang zu deinem FitFolio-Konto wurde entfernt",
            "hello": "Deine Identität bei {detail} wurde von deinem Konto entfernt.",
            "end": "{device}. Warst du es nicht, melde dich an und melde deine anderen Geräte ab.",
        },
        "token_created": {
            "subject": "Für dein FitFolio-Konto wurde ein API-Token angelegt",
            "hello": "Das Token „{detail}“ kann jetzt dein Konto benutzen.",
            "end": "{device}. Warst du es nicht, melde dich an und widerrufe es.",
        },
        "email_changed": {
            "subject": "Dein FitFolio-Konto ist umgezogen",
            "hello": "Dein Konto ist zu {detail} umgezogen. Diese Adresse kann sich nicht mehr "
            "anmelden.",
            "end": "{device}. Warst du es nicht, sag sofort dem Menschen Bescheid, der dein "
            "FitFolio betreibt.",
        },
        "deletion_scheduled": {
            "subject": "Dein FitFolio-Konto wird gelöscht",
            "hello": "Dein Konto und alles darin wird am {detail} gelöscht.",
            "end": "{device}. Bis dahin kannst du dich anmelden und es behalten.",
        },
    },
}  # fmt: skip
"""By language and kind: subject and paragraphs in the order `hello, link, code, end`."""
