//! The English words of refusals. The functions know the pack in Chinese only, so these do without its texts.

use crate::refusal::{
    AccountRefusal, ApiRefusal, ApplicationRefusal, OrganisationRefusal, PaymentRefusal, SectionRefusal,
    SheetRefusal, UploadRefusal,
};
use domain::batch::BatchFault;
use domain::form::EditRefusal;
use domain::identifiers::IdNumberError;
use domain::words::english;

pub(super) fn refusal(refusal: &ApiRefusal) -> String {
    let words = match refusal {
        ApiRefusal::SignedOut => "Please sign in, then go on with what you were doing",
        ApiRefusal::NotFound => "Not found, or you have no permission to see it",
        ApiRefusal::Stale => {
            "This category was changed and saved elsewhere. Compare and choose which to keep"
        }
        ApiRefusal::Moved => "The application has just been updated. Reload the page before you go on",
        ApiRefusal::NotYourTurn => {
            "The application is not with your organisation at present. Please reload the page"
        }
        ApiRefusal::UnknownPack => "There is no such batch. Please reload the page and choose again",
        ApiRefusal::NotJson => "A request has to be application/json",
        ApiRefusal::Unreadable { column } => {
            return format!(
                "The request cannot be read (column {column}). Please reload the page and try again"
            );
        }
        ApiRefusal::Busy => "The system is busy. Try again later; nothing that you filled in is lost",
        ApiRefusal::Internal => {
            "Something went wrong and was recorded. Try again later; what is saved is safe"
        }
        ApiRefusal::Account(refusal) => return of_account(refusal),
        ApiRefusal::Application(refusal) => return of_application(refusal),
        ApiRefusal::Section(refusal) => return of_section(refusal),
        ApiRefusal::Upload(refusal) => return of_upload(refusal),
        ApiRefusal::Payment(refusal) => of_payment(refusal),
        ApiRefusal::Organisation(refusal) => return of_organisation(refusal),
        ApiRefusal::Sheet(refusal) => of_sheet(refusal),
        ApiRefusal::Step(refusal) => return english::refusal(refusal),
    };
    words.to_owned()
}

fn of_account(refusal: &AccountRefusal) -> String {
    let words = match refusal {
        AccountRefusal::WrongCredentials => "The ID number (mobile number) or the password is wrong",
        AccountRefusal::TooManySignIns { minutes } => {
            let wait = format!("Too many attempts. Try again in {minutes} minutes");
            return format!("{wait}, or set a new password with an SMS code");
        }
        AccountRefusal::CodeTooSoon => "The code has been sent. You can get another in 60 seconds",
        AccountRefusal::TooManyCodes => "Too many codes were asked for. Please try again later",
        AccountRefusal::WrongCode => "The code is wrong. Please check the text message",
        AccountRefusal::CodeGone => "The code has expired. Please get a new one",
        AccountRefusal::Name => {
            "Enter the name as on the ID card (2 to 30 letters; “·” within names of ethnic minorities)"
        }
        AccountRefusal::NewPassword => "The password has 8 to 64 characters, with both letters and digits",
        AccountRefusal::Mobile => "Enter an 11-digit mobile number",
        AccountRefusal::IdNumber(fault) => id_number(*fault),
        AccountRefusal::Age => {
            "The age in the ID number must be from 16 to 100. Please check the date of birth"
        }
        AccountRefusal::IdNumberTaken => {
            "This ID number is registered. Please sign in; a forgotten password can be set anew by SMS code"
        }
        AccountRefusal::MobileTaken => {
            "This mobile number is registered. Please sign in or use another number"
        }
        AccountRefusal::OfficerMobileTaken => "This mobile number has an account already",
        AccountRefusal::SetUpDone => "The platform is set up already. Please sign in as its administrator",
    };
    words.to_owned()
}

fn id_number(fault: IdNumberError) -> &'static str {
    match fault {
        IdNumberError::Length => {
            "An ID number has 18 characters; exchange a 15-character one with the police first"
        }
        IdNumberError::Characters => {
            "The first 17 characters of an ID number are digits, the last a digit or X"
        }
        IdNumberError::BirthDate => "Characters 7 to 14 of the ID number are not a valid date of birth",
        IdNumberError::CheckDigit => "The check digit of the ID number is wrong; compare every digit",
    }
}

fn of_application(refusal: &ApplicationRefusal) -> String {
    let words = match refusal {
        ApplicationRefusal::UnknownUnit => "This employer was not found. Choose one of the results",
        ApplicationRefusal::OneAYear => {
            "You have already applied this year. Only one title a year can be applied for"
        }
        ApplicationRefusal::NoBatch => "Applications are not open yet this year. Please watch the notices",
        ApplicationRefusal::OutsideBatch { from, to } => {
            let [from, to] = [from, to].map(|day| day.format("%-d %B %Y"));
            return format!("Applications are open from {from} to {to}. None can be started at present");
        }
        ApplicationRefusal::ChoiceFixed => {
            "The application has been submitted; committee and specialty are fixed"
        }
        ApplicationRefusal::TargetTitle => "Choose the title that you apply for",
        ApplicationRefusal::Industry => "Choose the industry",
        ApplicationRefusal::CommitteeMismatch { .. } => {
            "This committee does not judge this title in this industry. Choose title and industry again"
        }
        ApplicationRefusal::Specialty => {
            "Choose a specialty from the list. If none is the same, choose the one that is closest"
        }
        ApplicationRefusal::NotDraft => {
            "It was submitted before; the last application can no longer be copied"
        }
        ApplicationRefusal::NothingEarlier => "There is no earlier application to copy",
        ApplicationRefusal::Overtaken => {
            "The application has been handled or updated. Please reload the page"
        }
        ApplicationRefusal::FormsOvertaken => {
            "A form of this page was just changed on another page or device, so nothing was done. Please reload the page and read it before you decide"
        }
        ApplicationRefusal::VerifiedElsewhere => "Verify the payment on the payment page",
        ApplicationRefusal::OfficeMissing { stage } => {
            let missing = format!("The {} is not registered on the platform", english::stage(*stage));
            return format!(
                "{missing}; the application cannot be submitted yet. Please contact the administrator"
            );
        }
    };
    words.to_owned()
}

fn of_section(refusal: &SectionRefusal) -> String {
    let words = match refusal {
        SectionRefusal::Edit(EditRefusal::UnknownField(_)) => {
            "An answer does not belong to this category. Please reload the page and try again"
        }
        SectionRefusal::Edit(EditRefusal::TooManyRows(_)) => {
            "There are too many entries. Delete some, then save"
        }
        SectionRefusal::Edit(EditRefusal::TooLong(_)) => "A text is too long. Shorten it, then save",
        SectionRefusal::Edit(EditRefusal::DuplicateRow) => {
            "An entry appears twice. Please reload the page and try again"
        }
        SectionRefusal::DualDirected { .. } => {
            "Directed evaluation is for applicants of certain counties only. Answer “No”"
        }
        SectionRefusal::TooLarge { kilobytes, max } => {
            let size =
                format!("This category is too long ({kilobytes} KB, {max} KB at most) and was not saved");
            return format!("{size}. Shorten it and save again; the other categories are not affected");
        }
        SectionRefusal::Frozen => {
            "The application has been submitted or forwarded and cannot be changed. Please reload the page"
        }
        SectionRefusal::NotAsked { .. } => "This category need not be filled in; there is nothing to look up",
        SectionRefusal::NeededFirst { .. } => {
            "Complete the category that this one rests on first, then look up again"
        }
    };
    words.to_owned()
}

fn of_upload(refusal: &UploadRefusal) -> String {
    let words = match refusal {
        UploadRefusal::UnknownPlace | UploadRefusal::MisplacedRow => {
            "A file cannot be uploaded here. Please reload the page and try again"
        }
        UploadRefusal::UnsavedRow => {
            "Fill in this entry and wait until it is saved before you upload the file"
        }
        UploadRefusal::Frozen => {
            "The application has been submitted or forwarded; its files cannot be changed"
        }
        UploadRefusal::MediaType { image_only: true, .. } => "Only JPG and PNG pictures can be uploaded here",
        UploadRefusal::MediaType { image_only: false, .. } => {
            "Only JPG and PNG pictures and PDF files can be uploaded here"
        }
        UploadRefusal::Empty => "The file is empty. Please choose again",
        UploadRefusal::TooLarge { megabytes } => {
            return format!("A file has at most {megabytes} MB. Compress it and upload it again");
        }
        UploadRefusal::TotalTooLarge => "All files together are too large. Compress or delete some first",
        UploadRefusal::Checksum => "The checksum of the file is wrong. Please choose the file again",
        UploadRefusal::NotArrived => "The upload is not complete. Please upload again",
        UploadRefusal::OtherSize => "The file that arrived has another size. Please upload again",
        UploadRefusal::Settled => {
            "The file is confirmed already, or the application was submitted. Please reload the page"
        }
        UploadRefusal::OtherType { image_only: true } => {
            "The file is not a valid JPG or PNG picture. Please choose again"
        }
        UploadRefusal::OtherType { image_only: false } => {
            "The file is not a valid JPG or PNG picture or PDF. Scan and upload it again"
        }
        UploadRefusal::Broken => "The file is damaged and cannot be opened. Please scan again and upload",
        UploadRefusal::TooManyPixels => {
            "The picture has too many pixels. Please scan again at 300 dpi and upload"
        }
        UploadRefusal::TooFewPixels {
            least: [width, height], found: [found_width, found_height], ..
        } => {
            let least = format!("The picture is too small: at least {width} × {height} pixels");
            return format!("{least}, and this has {found_width} × {found_height}. Choose a sharper one");
        }
        UploadRefusal::Encrypted => {
            "The PDF has a password or is encrypted. Remove the encryption and upload it again"
        }
        UploadRefusal::Scripted => {
            "The PDF contains scripts or programs. Please print it, scan it and upload the scan"
        }
        UploadRefusal::NoPages => "The PDF has no pages. Please scan again and upload",
        UploadRefusal::TooManyPages { max } => {
            let many = "The PDF has too many pages. Split it or keep the pages that are needed";
            return format!("{many}: {max} at most");
        }
        UploadRefusal::Kind => "Choose the kind of material from the list",
        UploadRefusal::DescriptionTooLong { max } => {
            return format!("A description has at most {max} characters");
        }
        UploadRefusal::Degrees => "A scan turns by quarters only: to the left or to the right",
    };
    words.to_owned()
}

fn of_payment(refusal: &PaymentRefusal) -> &'static str {
    match refusal {
        PaymentRefusal::NothingDue => {
            "The application has not been approved yet, or has ended; there is nothing to pay"
        }
        PaymentRefusal::NotPaid => {
            "No payment was found. If you have paid, verify again in a few minutes; if not, scan the code to pay"
        }
        PaymentRefusal::Amount => "The amount differs from the order. Please contact the title reform office",
        PaymentRefusal::GatewayDown => {
            "The payment platform does not answer. Try again later; no payment is lost"
        }
        PaymentRefusal::Signature => "The signature is not valid",
    }
}

fn of_sheet(refusal: &SheetRefusal) -> &'static str {
    match refusal {
        SheetRefusal::NotGenerated => "The publicity notice has not been made yet",
        SheetRefusal::UnknownCode => {
            "No publicity notice has this check code. Please compare the 16 characters on the sheet"
        }
        SheetRefusal::TooManyChecks => "Too many checks. Please try again in an hour",
    }
}

fn of_organisation(refusal: &OrganisationRefusal) -> String {
    let words = match refusal {
        OrganisationRefusal::Name => {
            "Enter the full name of the organisation (2 to 60 characters, as on its seal)"
        }
        OrganisationRefusal::UnknownSupervisor => {
            "There is no such supervising department. Register it first"
        }
        OrganisationRefusal::Exists => {
            "The employer with this code, or the office of this county or series, is registered already"
        }
        OrganisationRefusal::UscCode => {
            "A unified social credit code has 18 digits or capital letters. Compare it with the licence"
        }
        OrganisationRefusal::UscCheckCharacter => {
            "The check character of the code is wrong. Compare it with the licence; if it is right, confirm it"
        }
        OrganisationRefusal::Query => {
            "Type at least 2 characters of the name, or the 18-character unified social credit code"
        }
        OrganisationRefusal::OtherBatch => "The batch is another one than that of the address",
        OrganisationRefusal::RevisedPack { first } => {
            return format!("This is a revision of {first}. Set the dates of the batch in {first}");
        }
        OrganisationRefusal::Batch(fault) => return batch(fault),
    };
    words.to_owned()
}

fn batch(fault: &BatchFault) -> String {
    match fault {
        BatchFault::DatesOutOfOrder => {
            "Set the dates in this order: opening, applicants, employers, supervising departments, counties, \
             series, payment"
                .to_owned()
        }
        BatchFault::CorrectionsElsewhere => {
            "The last day of corrections lies between the deadlines of applicants and of payment".to_owned()
        }
        BatchFault::NoTimeForPublicity(days) => {
            let least = format!("at least {days} working days");
            format!("Between the deadlines of applicants and employers, leave {least} for the publicity")
        }
        BatchFault::FeeMissing(_) => {
            "Set the fee of every title; a batch that lacks one cannot open".to_owned()
        }
        BatchFault::Calendar(missing) => {
            let year = missing.year;
            format!(
                "The holidays of {year} are not published yet. Ask the administrator to update the calendar"
            )
        }
    }
}
