//! Scans, in Chinese.

use super::values::months;
use crate::form::ScanFault;
use crate::words::place::Place;

pub(super) fn words(fault: &ScanFault, at: &Place<'_>) -> String {
    match fault {
        ScanFault::EScanMissing { any_of, covering } => {
            let asked = asked_for(&at.any_of(any_of).join("”或“"));
            match covering {
                Some(range) => format!("{asked}，须包括{}各月", months(range)),
                None => asked,
            }
        }
        ScanFault::ETooManyScans { max } => {
            format!("“{}”最多{max}个文件，请删去多余的文件", at.label())
        }
        ScanFault::EScanKind { scan } => format!("请选择“{}”属于哪一类材料", scan.name),
        ScanFault::EScanDescription { scan } => format!("请为“{}”填写说明", scan.name),
        ScanFault::ECopyStamps { scan } => {
            format!("“{}”是复印件，须同时加盖核验章和单位公章并勾选确认", scan.name)
        }
        ScanFault::ECopyReason { scan } => format!("“{}”是复印件，请说明无原件的原因", scan.name),
        ScanFault::WNotMarked { scan } => {
            format!("“{}”一般应为论文所在的目录页，请在论文标题处做好标记并勾选", scan.name)
        }
        ScanFault::WScanSmall { scan, width, height } => {
            format!("“{}”只有{width}×{height}像素，可能看不清，请提高分辨率重新扫描", scan.name)
        }
        ScanFault::WScanBlank { scan } => {
            format!("“{}”几乎是空白页，请核对是否扫描了有内容的一面", scan.name)
        }
        ScanFault::WNoRed { scan } => {
            format!("“{}”上没有发现红色印章，请用彩色模式扫描盖有红色公章的原件", scan.name)
        }
        ScanFault::WSameScan { scan } => {
            format!("“{}”与已上传的另一个文件完全相同，请核对是否传错", scan.name)
        }
    }
}

fn asked_for(names: &str) -> String {
    let is_named = names.ends_with("扫描件") || names.ends_with("截图") || names.ends_with("照片");
    if is_named { format!("请上传“{names}”") } else { format!("请上传“{names}”的扫描件") }
}
